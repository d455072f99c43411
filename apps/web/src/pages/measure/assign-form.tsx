import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import {
  getMeasure,
  publishAssignment,
  saveAssignment,
  unpublishAssignment,
  type AssignmentInput,
} from '../../api/calls';
import { asProblem } from '../../api/problem';
import { organisationsQuery, peopleQuery, useSession } from '../../api/queries';
import type { Measure } from '../../api/types';
import { Conflict } from '../../desk/conflict';
import { DayField } from '../../forms/day-field';
import { ManyPicker, Picker } from '../../forms/picker';
import { formatDate } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { useChanged } from './use-changed';
import { measureTexts, tracksTexts } from './words';

type Own = NonNullable<Measure['own']>['assignment'];

/** While nobody is chosen there is no lead yet; it cannot be saved so. */
type Chosen = Omit<AssignmentInput, 'leadId'> & { leadId: string | null };

const inputOf = (assignment: Own): Chosen => ({
  leadId: assignment?.lead.id ?? null,
  supportingIds: assignment?.supporting.map(({ id }) => id) ?? [],
  officerIds: assignment?.officers.map(({ id }) => id) ?? [],
  internalDueOn: assignment?.internalDueOn ?? null,
});
const same = (a: Chosen, b: Chosen) => JSON.stringify(a) === JSON.stringify(b);

/** Choosing who handles it: saved for our side alone, then published to both. */
export function AssignForm({ measure, assignment }: { measure: Measure; assignment: Own }) {
  const t = useTexts(measureTexts);
  const tracks = useTexts(tracksTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const showChanged = useChanged();
  const [base, setBase] = useState(assignment);
  const [input, setInput] = useState(() => inputOf(assignment));
  const [theirs, setTheirs] = useState<Own | undefined>(undefined);
  const { data: organisations } = useQuery(organisationsQuery(session.party.id));
  const comma = language === 'en' ? ', ' : '、';
  const chosen = [input.leadId, ...input.supportingIds].filter((id): id is string => id !== null);
  const people = useQueries({ queries: chosen.map((id) => peopleQuery(id)) }).flatMap(
    ({ data }) => data?.items ?? [],
  );
  const changed = !same(input, inputOf(base));

  // Read again elsewhere: an untouched form follows, a touched one keeps what was chosen.
  if (assignment?.version !== base?.version && !changed && theirs === undefined) {
    setBase(assignment);
    setInput(inputOf(assignment));
  }

  const units = (organisations?.items ?? []).map((one) => ({
    value: one.id,
    label: named(one.name, language),
  }));
  const officers = new Map(
    [...(base?.officers ?? []), ...(theirs?.officers ?? []), ...people].map((one) => [one.id, one.name]),
  );
  const nameOf = (id: string | null) => units.find(({ value }) => value === id)?.label ?? shell('date.none');

  const settle = async (next: Measure, message: string) => {
    const saved = next.own?.assignment ?? null;
    setBase(saved);
    setInput(inputOf(saved));
    await showChanged(next, message);
  };
  const onError = async (error: unknown) => {
    if (asProblem(error).status !== 412) return;
    setTheirs((await getMeasure(measure.id)).own?.assignment ?? null);
  };
  const saving = useMutation({
    mutationFn: ({ on, leadId }: { on: Own; leadId: string }) =>
      saveAssignment(measure.id, on?.version ?? 0, { ...input, leadId }),
    onSuccess: (next) => settle(next, t('assign.saved')),
    onError,
  });
  const publishing = useMutation({
    mutationFn: (version: number) => publishAssignment(measure.id, version),
    onSuccess: (next) => settle(next, t('assign.published')),
    onError,
  });
  const unpublishing = useMutation({
    mutationFn: (version: number) => unpublishAssignment(measure.id, version),
    onSuccess: (next) => settle(next, tracks('unpublish.done')),
    onError,
  });
  const error = [saving.error, publishing.error, unpublishing.error].find(
    (one) => one && asProblem(one).status !== 412,
  );

  const version = (values: Chosen) => (
    <dl className="kv">
      <dt>{t('assign.lead')}</dt>
      <dd>{nameOf(values.leadId)}</dd>
      <dt>{t('assign.supporting')}</dt>
      <dd>{values.supportingIds.map(nameOf).join(comma)}</dd>
      <dt>{t('assign.officers')}</dt>
      <dd>{values.officerIds.map((id) => officers.get(id) ?? '').join(comma)}</dd>
      <dt>{t('assign.internal')}</dt>
      <dd>
        {values.internalDueOn === null ? shell('date.none') : formatDate(values.internalDueOn, language)}
      </dd>
    </dl>
  );

  return (
    <div className="gap-small">
      {theirs !== undefined && (
        <Conflict
          mine={version(input)}
          theirs={version(inputOf(theirs))}
          keepMine={() => {
            setBase(theirs);
            setTheirs(undefined);
            if (input.leadId !== null) saving.mutate({ on: theirs, leadId: input.leadId });
          }}
          keepTheirs={() => {
            setBase(theirs);
            setInput(inputOf(theirs));
            setTheirs(undefined);
          }}
        />
      )}
      <Picker
        label={t('assign.lead')}
        placeholder={t('assign.choose')}
        options={units}
        value={input.leadId}
        onChange={(leadId) =>
          setInput({ ...input, leadId, supportingIds: input.supportingIds.filter((id) => id !== leadId) })
        }
      />
      <ManyPicker
        label={t('assign.supporting')}
        placeholder={t('assign.choose')}
        options={units.filter(({ value }) => value !== input.leadId)}
        value={input.supportingIds}
        onChange={(supportingIds) => setInput({ ...input, supportingIds })}
        max={limits.assignees}
      />
      <ManyPicker
        label={t('assign.officers')}
        note={t('assign.officersNote')}
        placeholder={t('assign.choosePeople')}
        options={[...officers].map(([value, label]) => ({ value, label }))}
        value={input.officerIds}
        onChange={(officerIds) => setInput({ ...input, officerIds })}
        max={limits.assignees}
      />
      <DayField
        label={t('assign.internal')}
        note={t('assign.internalNote')}
        value={input.internalDueOn}
        onChange={(internalDueOn) => setInput({ ...input, internalDueOn })}
      />
      {error instanceof Error && <Failure error={error} kept />}
      <div className="foot">
        <p className="who">{bold(t('assign.whoSave', { side: side(session.side) }))}</p>
        <button
          type="button"
          className={changed ? 'btn primary' : 'btn'}
          disabled={!changed || input.leadId === null || saving.isPending}
          onClick={() => input.leadId !== null && saving.mutate({ on: base, leadId: input.leadId })}
        >
          {saving.isPending ? shell('state.saving') : t('assign.save')}
        </button>
      </div>
      {measure.abilities.publishAssignment &&
        base &&
        (base.publishedAt === null || base.changedSincePublished) && (
          <div className="foot">
            <p className="who">{changed ? t('assign.unsaved') : bold(t('assign.whoPublish'))}</p>
            <button
              type="button"
              className={changed ? 'btn' : 'btn primary'}
              disabled={changed || publishing.isPending}
              onClick={() => publishing.mutate(base.version)}
            >
              {publishing.isPending ? t('assign.publishing') : t('assign.publish')}
            </button>
          </div>
        )}
      {measure.abilities.unpublishAssignment && base && (
        <div className="foot">
          <p className="who">{bold(tracks('unpublish.who'))}</p>
          <button
            type="button"
            className="btn"
            disabled={unpublishing.isPending}
            onClick={() => unpublishing.mutate(base.version)}
          >
            {tracks('unpublish')}
          </button>
        </div>
      )}
    </div>
  );
}
