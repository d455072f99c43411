import { useQuery } from '@tanstack/react-query';
import { Fragment, useRef, useState } from 'react';
import { Link } from 'react-router';
import { lights } from '#contracts/status';
import { named } from '#i18n/language';
import { areaNumber, measureNumber } from '#i18n/numbering';
import { mechanismsQuery, useSession } from '../../api/queries';
import type { MeasureRow, Party } from '../../api/types';
import { formatDate, formatDay } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { LightCount, LightMark } from '../../signs/light';
import { SideBadge, useParties } from '../../signs/side';
import { StatusMark } from '../../signs/status';
import { shellTexts } from '../../shell/words';
import type { Column } from './columns';
import { registerTexts } from './words';

interface Group {
  id: string;
  rows: MeasureRow[];
}

function grouped(rows: readonly MeasureRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.id === row.areaId) last.rows.push(row);
    else groups.push({ id: row.areaId, rows: [row] });
  }
  return groups;
}

interface Props {
  rows: MeasureRow[];
  /** The two sides where all rows share them; otherwise ours and theirs. */
  sides: Party[] | null;
  oneMeeting: boolean;
  selected: ReadonlySet<string>;
  select: (ids: string[], on: boolean) => void;
  today: string;
  /** What is said of each beside its number and title. */
  columns: readonly Column[];
  heads: Record<Column, string>;
  /** Whether somebody chose them; else the narrower page leaves some out. */
  chosen: boolean;
}

const breadths: Partial<Record<Column, string>> = {
  ...{ lead1: 'l1', lead2: 'l2', internal: 'l2', due: 'l3', cleared: 'l2' },
};

export function RegisterTable(props: Props) {
  const { rows, sides, oneMeeting, selected, select, today, columns, heads, chosen } = props;
  const t = useTexts(registerTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const parties = useParties();
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const last = useRef<string | null>(null);
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const assignable = rows.filter((row) => row.abilities.assign).map(({ id }) => id);
  const all = assignable.length > 0 && assignable.every((id) => selected.has(id));
  const meetingName = (id: string) => {
    for (const mechanism of mechanisms?.items ?? []) {
      const meeting = mechanism.meetings.find((one) => one.id === id);
      if (meeting)
        return `${named(mechanism.name, language)} ${shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) })}`;
    }
    return '';
  };

  /** With Shift the whole range from the one that was clicked last. */
  const pick = (id: string, on: boolean, range: boolean) => {
    const [a, b] = [last.current === null ? -1 : assignable.indexOf(last.current), assignable.indexOf(id)];
    last.current = id;
    select(range && a >= 0 ? assignable.slice(Math.min(a, b), Math.max(a, b) + 1) : [id], on);
  };

  const toggle = (id: string) =>
    setShut((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set(before).add(id),
    );

  /** The lead of a column's side: published, or ours before it is, which only we see. */
  const lead = (row: MeasureRow, index: number) => {
    const side = sides?.[index];
    const own = session.side?.id;
    const track = side
      ? row.tracks.find(({ partyId }) => partyId === side.id)
      : row.tracks.find(({ partyId }) => (index === 0 ? partyId === own : partyId !== own));
    if (track && track.partyId === own && row.own?.lead && !row.own.published)
      return (
        <span className="own">
          <Icon name="lock" />
          {named(row.own.lead.short, language)}
          <span className="sr">{t('row.unpublished')}</span>
        </span>
      );
    if (track?.lead) return named(track.lead.short, language);
    return <span className="t3">{t('row.unassigned')}</span>;
  };

  const cell = (column: Column, row: MeasureRow) => {
    switch (column) {
      case 'light':
        return (
          <td className="li">
            <LightMark light={row.light} reason={row.lightReason} days={row.lightDays} />
          </td>
        );
      case 'status':
        return (
          <td className="stt">
            <StatusMark status={row.status} awaitingPartyId={row.awaitingPartyId} />
          </td>
        );
      case 'lead1':
        return <td className="l1">{lead(row, 0)}</td>;
      case 'lead2':
        return <td className="l2">{lead(row, 1)}</td>;
      case 'internal':
        return (
          <td className="l2 num">
            {row.own?.internalDueOn ? (
              <span className="own">
                <Icon name="lock" />
                {formatDate(row.own.internalDueOn, language)}
              </span>
            ) : (
              <span className="t3">{shell('date.none')}</span>
            )}
          </td>
        );
      case 'due':
        return (
          <td className="l3 num">
            {row.dueOn === null ? (
              <span className="t3">{shell('date.none')}</span>
            ) : (
              formatDate(row.dueOn, language)
            )}
          </td>
        );
      case 'cleared':
        return (
          <>
            <td className="l2 num">
              {row.lastCleared === null ? (
                <span className="t3">{t('row.never')}</span>
              ) : (
                formatDay(row.lastCleared.at, language, today)
              )}
            </td>
            <td className="l2 by">
              {row.lastCleared && <SideBadge party={parties.get(row.lastCleared.partyId)} />}
            </td>
          </>
        );
    }
  };

  /** Beside what was chosen the box, the number and the title; and who cleared it. */
  const width = columns.length + (assignable.length > 0 ? 3 : 2) + (columns.includes('cleared') ? 1 : 0);

  return (
    <table className={chosen ? 'reg chosen' : 'reg'}>
      <caption className="sr">{t('caption')}</caption>
      <thead>
        <tr>
          {assignable.length > 0 && (
            <th scope="col" className="s">
              <input
                type="checkbox"
                className="ck"
                aria-label={t('row.selectAll')}
                checked={all}
                onChange={(event) => select(assignable, event.target.checked)}
              />
            </th>
          )}
          <th scope="col" className={assignable.length > 0 ? undefined : 's'}>
            {t('col.number')}
          </th>
          <th scope="col">{t('col.title')}</th>
          {columns.map((column) => (
            <Fragment key={column}>
              <th scope="col" className={breadths[column]}>
                {heads[column]}
              </th>
              {column === 'cleared' && (
                <th scope="col" className="l2 by">
                  <span className="sr">{t('col.by')}</span>
                </th>
              )}
            </Fragment>
          ))}
        </tr>
      </thead>
      {grouped(rows).map((group) => {
        const [first] = group.rows;
        if (!first) return null;
        const open = !shut.has(group.id);
        return (
          <tbody key={group.id}>
            <tr className="g">
              <th scope="rowgroup" colSpan={width}>
                <div className="row">
                  <button
                    type="button"
                    className={open ? undefined : 'shut'}
                    aria-expanded={open}
                    onClick={() => toggle(group.id)}
                  >
                    <Icon name="down" />
                    <Signed script={first.script}>
                      {t('group.name', {
                        number: areaNumber(first.areaOrdinal, language),
                        title: first.areaTitle,
                      })}
                    </Signed>
                  </button>
                  <span className="meta light-weight">
                    {t('group.items', { count: group.rows.length })}
                    {!oneMeeting && ` · ${meetingName(first.meetingId)}`}
                  </span>
                  <span className="push sums num only-l">
                    {lights.map((light) => {
                      const count = group.rows.filter((row) => row.light === light).length;
                      return count > 0 ? (
                        <LightCount key={light} light={light} count={count} />
                      ) : (
                        <span key={light} />
                      );
                    })}
                  </span>
                </div>
              </th>
            </tr>
            {open &&
              group.rows.map((row) => {
                const number = measureNumber(row.areaOrdinal, row.ordinal, language);
                return (
                  <tr key={row.id} className={selected.has(row.id) ? 'on' : undefined}>
                    {assignable.length > 0 && (
                      <td className="s">
                        {row.abilities.assign && (
                          <input
                            type="checkbox"
                            className="ck"
                            aria-label={t('row.select', { number })}
                            checked={selected.has(row.id)}
                            onChange={(event) =>
                              pick(row.id, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
                            }
                          />
                        )}
                      </td>
                    )}
                    <td className={assignable.length > 0 ? 'no num' : 'no num s'}>{number}</td>
                    <td className="ttd">
                      <Link className="tt" to={`/measures/${row.id}`}>
                        <Signed script={row.script}>{row.title}</Signed>
                      </Link>
                    </td>
                    {columns.map((column) => (
                      <Fragment key={column}>{cell(column, row)}</Fragment>
                    ))}
                  </tr>
                );
              })}
          </tbody>
        );
      })}
    </table>
  );
}
