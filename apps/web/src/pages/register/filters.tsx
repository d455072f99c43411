import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { lights, measureStatuses } from '#contracts/status';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { areaNumber } from '#i18n/numbering';
import type { MeasureFilter } from '../../api/calls';
import { mechanismsQuery, meetingQuery, organisationsQuery } from '../../api/queries';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Choice } from '../../forms/choice';
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
  children?: ReactNode;
}

export function Filters({ filter, change, count, children }: Props) {
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
      <Choice
        label={t('filter.meeting')}
        all={t('filter.allMeetings')}
        value={filter.meeting}
        options={meetings}
        onChange={(value) => change({ meeting: value, area: null, mechanism: null })}
      />
      {meeting && (
        <Choice
          label={t('filter.area')}
          all={t('filter.allAreas')}
          value={filter.area}
          options={meeting.areas.map((area) => ({
            value: area.id,
            label: t('group.name', { number: areaNumber(area.ordinal, language), title: area.title }),
          }))}
          onChange={(value) => change({ area: value })}
        />
      )}
      <Choice
        label={t('filter.lead')}
        all={t('filter.allLeads')}
        value={filter.lead}
        options={leads}
        onChange={(value) => change({ lead: value })}
      />
      <Choice
        label={t('filter.status')}
        all={t('filter.allStatuses')}
        value={filter.status}
        options={measureStatuses.map((status) => ({ value: status, label: statusName(status, null) }))}
        onChange={(value) => change({ status: value })}
      />
      <Choice
        label={t('filter.light')}
        all={t('filter.allLights')}
        value={filter.light}
        options={lights.map((light) => ({ value: light, label: words(`light.${light}`) }))}
        onChange={(value) => change({ light: value })}
      />
      <Choice
        label={t('filter.due')}
        all={t('filter.allDue')}
        value={filter.due}
        options={dues.map((due) => ({ value: due, label: t(`filter.${due}`) }))}
        onChange={(value) => change({ due: value })}
      />
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
      {children}
    </div>
  );
}
