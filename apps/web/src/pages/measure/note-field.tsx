import { useQuery } from '@tanstack/react-query';
import { Mentions } from 'antd';
import { useId, useState } from 'react';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { colleaguesQuery } from '../../api/queries';
import { Ant } from '../../forms/ant';
import { useLanguage } from '../../i18n/texts';

export interface Colleague {
  id: string;
  name: string;
}

interface Props {
  label: string;
  hint: string;
  value: string;
  /** Only this office's people can be named. */
  officeId: string | null;
  onChange: (text: string) => void;
  onName: (person: Colleague) => void;
}

/** Of the people chosen from the list, those whom the text still names; of two of one name the one chosen last. */
export const namedIn = (text: string, chosen: Colleague[]): string[] => {
  const known = new Map(chosen.map(({ name, id }) => [name, id]));
  return [...known].flatMap(([name, id]) => (text.includes(`@${name}`) ? id : [])).slice(0, limits.mentions);
};

/** A text in which @ offers the people of the own side. */
export function NoteField({ label, hint, value, officeId, onChange, onName }: Props) {
  const id = useId();
  const language = useLanguage();
  const [search, setSearch] = useState<string | null>(null);
  const { data, isFetching } = useQuery({ ...colleaguesQuery(search ?? ''), enabled: search !== null });
  const people = (data?.items ?? []).filter(
    ({ organisation }) => officeId === null || organisation.id === officeId,
  );
  const shown = ({ name, organisation }: (typeof people)[number]) =>
    `${name}　${named(organisation.short, language)}`;
  return (
    <div className="field">
      <label className="lb" htmlFor={id}>
        {label} <span className="meta">{hint}</span>
      </label>
      <Ant>
        <Mentions
          id={id}
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={limits.note}
          value={value}
          loading={isFetching}
          // Also while the answer is on its way, so that Enter never takes somebody from the list before.
          filterOption={(typed, { key }) => {
            const person = people.find(({ id: one }) => key?.startsWith(one));
            return person !== undefined && shown(person).includes(typed);
          }}
          onSearch={setSearch}
          options={people.map((person) => ({
            key: person.id,
            value: person.name,
            label: shown(person),
          }))}
          onChange={onChange}
          onSelect={({ value: name }) => {
            const person = people.find((one) => one.name === name);
            if (person) onName(person);
          }}
        />
      </Ant>
    </div>
  );
}
