import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { lights, measureStatuses } from '#contracts/status';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { areaNumber } from '#i18n/numbering';
import type { MeasureFilter } from '../../api/calls';
import { mechanismsQuery, meetingQuery, organisationsQuery } from '../../api/queries';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { domainTexts } from '../../signs/light';
import { useMeasureStatus } from '../../signs/status';
import { shellTexts } from '../../shell/words';
import { registerTexts } from './words';

const names = ['meeting', 'mechanism', 'area', 'status', 'light', 'lead', 'due', 'q'] as const;

const dues = ['overdue', 'soon', 'none'] as const;

/** A value of the address, if it is one of those there are. */
const oneOf = <Value extends string>(values: readonly Value[], value: string | null) =>
  values.find((known) => known === value);

/** The filter as the address has it. */
export function filterOf(params: URLSearchParams): MeasureFilter {
  const found = {
    ...Object.fromEntries(
      (['meeting', 'mechanism', 'area', 'lead', 'q'] as const).map((name) => [
        name,
        params.get(name) ?? undefined,
      ]),
    ),
    status: oneOf(measureStatuses, params.get('status')),
    light: oneOf(lights, params.get('light')),
    due: oneOf(dues, params.get('due')),
    mine: params.get('mine') === 'true' ? true : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

interface Props {
  filter: MeasureFilter;
  /** Changes some of the filter; null takes a condition away. */
  change: (change: Record<string, string | null>) => void;
  count: string;
}

export function Filters({ filter, change, count }: Props) {
  const t = useTexts(registerTexts);
  const words = useTexts(domainTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const statusName = useMeasureStatus();
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const { data: meeting } = useQuery({
    ...meetingQuery(filter.meeting ?? ''),
    enabled: filter.meeting !== undefined,
  });
  const { data: organisations } = useQuery(organisationsQuery(undefined));
  const text = useRef<HTMLInputElement>(null);
  const timer = useRef(0);

  // Back and Forward change the words from outside.
  useEffect(() => {
    if (text.current && text.current !== document.activeElement) text.current.value = filter.q ?? '';
  }, [filter.q]);

  const type = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => change({ q: text.current?.value.trim() || null }), 300);
  };

  const pick = (
    label: string,
    all: string,
    value: string | undefined,
    options: { value: string; label: string }[],
    set: (value: string | null) => void,
  ) => (
    <span className={value === undefined ? 'pick' : 'pick on'}>
      <select
        className="chip"
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => set(event.target.value || null)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );

  const meetings = (mechanisms?.items ?? []).flatMap((mechanism) =>
    mechanism.meetings.map((one) => ({
      value: one.id,
      label: `${named(mechanism.name, language)} ${shell('meeting.nth', { ordinal: ordinalWord(one.ordinal, language) })}`,
    })),
  );
  const leads = (organisations?.items ?? [])
    .map((organisation) => ({ value: organisation.id, label: named(organisation.name, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const filtered = Object.keys(filter).length > 0;

  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <span className="find">
        <Icon name="search" />
        <input
          ref={text}
          type="search"
          aria-label={t('filter.q')}
          placeholder={t('filter.qPlaceholder')}
          defaultValue={filter.q ?? ''}
          maxLength={limits.search}
          onChange={type}
        />
      </span>
      {pick(t('filter.meeting'), t('filter.allMeetings'), filter.meeting, meetings, (value) =>
        change({ meeting: value, area: null, mechanism: null }),
      )}
      {meeting &&
        pick(
          t('filter.area'),
          t('filter.allAreas'),
          filter.area,
          meeting.areas.map((area) => ({
            value: area.id,
            label: t('group.name', { number: areaNumber(area.ordinal, language), title: area.title }),
          })),
          (value) => change({ area: value }),
        )}
      {pick(t('filter.lead'), t('filter.allLeads'), filter.lead, leads, (value) => change({ lead: value }))}
      {pick(
        t('filter.status'),
        t('filter.allStatuses'),
        filter.status,
        measureStatuses.map((status) => ({ value: status, label: statusName(status, null) })),
        (value) => change({ status: value }),
      )}
      {pick(
        t('filter.light'),
        t('filter.allLights'),
        filter.light,
        lights.map((light) => ({ value: light, label: words(`light.${light}`) })),
        (value) => change({ light: value }),
      )}
      {pick(
        t('filter.due'),
        t('filter.allDue'),
        filter.due,
        dues.map((due) => ({ value: due, label: t(`filter.${due}`) })),
        (value) => change({ due: value }),
      )}
      {filtered && (
        <button
          type="button"
          className="btn plain sm"
          onClick={() => {
            if (text.current) text.current.value = '';
            change(Object.fromEntries([...names, 'mine'].map((name) => [name, null])));
          }}
        >
          {t('filter.clear')}
        </button>
      )}
      <span className="count" role="status">
        {count}
      </span>
    </div>
  );
}
