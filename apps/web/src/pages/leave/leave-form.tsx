import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { named } from '#i18n/language';
import { useReread } from '../../api/reread';
import { setLeave } from '../../api/calls';
import { colleaguesQuery, leavesQuery, useSession } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { Picker } from '../../forms/picker';
import { dayOf } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import { leaveTexts } from './words';

/** Who is away from when to when, and who stands in; an administrator says it for others. */
export function LeaveForm() {
  const t = useTexts(leaveTexts);
  const shell = useTexts(shellTexts);
  const { person } = useSession();
  const cache = useQueryClient();
  const reread = useReread();
  const today = dayOf(new Date().toISOString());
  const own = person.roles.includes('officer') ? person.id : null;
  const administers = person.roles.includes('administrator');
  const [personId, setPersonId] = useState(own);
  const [substituteId, setSubstituteId] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(null);
  const [toOn, setToOn] = useState<string | null>(null);
  const whole = personId !== null && substituteId !== null && fromOn !== null && toOn !== null;
  const setting = useMutation({
    mutationFn: setLeave,
    onSuccess: async (next) => {
      cache.setQueryData(leavesQuery.queryKey, next);
      setSubstituteId(null);
      setFromOn(null);
      setToOn(null);
      tell(t('saved'));
      await reread();
    },
  });
  return (
    <form
      className="gap-top"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) setting.mutate({ personId, substituteId, fromOn, toOn });
      }}
    >
      {administers && <PersonPicker label={t('person')} value={personId} onChange={setPersonId} but={null} />}
      <PersonPicker label={t('substitute')} value={substituteId} onChange={setSubstituteId} but={personId} />
      <div className="days">
        <DayField label={t('from')} value={fromOn} onChange={setFromOn} from={today} />
        <DayField label={t('to')} value={toOn} onChange={setToOn} from={fromOn ?? today} />
      </div>
      {setting.error && <Failure error={setting.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('who'))}</p>
        <button type="submit" className="btn primary" disabled={!whole || setting.isPending}>
          {setting.isPending ? shell('state.saving') : t('set')}
        </button>
      </div>
    </form>
  );
}

interface PersonProps {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  /** Who cannot be chosen. */
  but: string | null;
}

function PersonPicker({ label, value, onChange, but }: PersonProps) {
  const t = useTexts(leaveTexts);
  const language = useLanguage();
  const [q, setQ] = useState('');
  const { data } = useQuery(colleaguesQuery(q));
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== but)
    .map(({ id, name, organisation }) => ({
      value: id,
      label: `${name}　${named(organisation.name, language)}`,
    }));
  return (
    <Picker
      label={label}
      placeholder={t('choose')}
      options={options}
      value={value}
      onChange={onChange}
      onSearch={setQ}
    />
  );
}
