import './import.css';
import './review.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Draft } from '#contracts/draft';
import { adoptImport, discardImport, importFileAddress } from '../../api/imports';
import { importQuery, importsQuery, suggestionsQuery } from '../../api/queries';
import type { Import } from '../../api/types';
import { Conflict } from '../../desk/conflict';
import { Sheet } from '../../forms/sheet';
import { formatDate, formatTime } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { domainTexts } from '../../signs/light';
import { Lock } from '../../signs/private';
import { PageTitle, usePage } from '../../shell/page';
import { Failure, Loaded } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import { meetingTexts } from '../meeting/words';
import { About } from './about';
import { Compare, useComparison } from './compare';
import { Columns } from './columns';
import { Editor } from './editor';
import { idOf, lineStarts, startOf } from './lines';
import { holderOf } from './nodes';
import { Published } from './published';
import { Reading } from './reading';
import { SameText } from './same-text';
import type { Shown } from './source';
import { Suggested } from './suggested';
import { Totals } from './totals';
import { useReview } from './use-review';
import { Version } from './version';
import { Warnings } from './warnings';
import { importTexts, readingTexts } from './words';

export function Component() {
  const { id = '' } = useParams();
  const query = useQuery({ ...importQuery(id), staleTime: Infinity });
  return (
    <div className="page">
      <Loaded of={query}>
        {(found) =>
          found.state === 'parsing' || found.state === 'failed' ? (
            <Reading found={found} />
          ) : (
            <Review key={keyOf(found)} found={found} />
          )
        }
      </Loaded>
    </div>
  );
}

/** A table that is read anew is another draft. */
const keyOf = ({ id, draft }: Import) => `${id} ${draft.table?.columns.join() ?? ''}`;

function Review({ found }: { found: Import }) {
  const t = useTexts(importTexts);
  const meetings = useTexts(meetingTexts);
  const reading = useTexts(readingTexts);
  const words = useTexts(domainTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const review = useReview(found);
  const [current, setCurrent] = useState<string | null>(null);
  const [shown, show] = useState<Shown | null>(null);
  const [asking, setAsking] = useState<'adopt' | 'discard' | null>(null);
  const { server, input } = review;
  const { draft } = input;
  const title = draft.meeting.title ?? (server.bytes === null ? t('untitled') : server.fileName);
  // A meeting on record is not adopted again: its next step is beside the record.
  const onRecord = (useComparison(server).data?.found ?? null) !== null;
  usePage(t('head.title', { title }), [
    { label: meetings('list.title'), to: '/meetings' },
    { label: t('title'), to: '/imports' },
    { label: title },
  ]);

  const starts = useMemo(() => lineStarts(server.text), [server.text]);
  const measures = draft.areas.reduce((sum, area) => sum + area.measures.length, 0);

  const relative = draft.warnings.find(({ code }) => code === 'date_relative');
  const refuseDue = (start: number, refused: boolean) => {
    const others = input.decisions.noDue.filter((one) => one !== start);
    const decisions = { ...input.decisions, noDue: refused ? [...others, start] : others };
    review.change({ ...input, decisions }, current);
  };

  const leave = async (message: string, to: string) => {
    review.forget();
    tell(message);
    await Promise.all(
      [importsQuery.queryKey, ['mechanisms'], ['measures'], ['import', server.id]].map((queryKey) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
    await navigate(to);
  };
  const adopting = useMutation({
    mutationFn: async () => {
      const { id, version } = await review.flush();
      return adoptImport(id, version);
    },
    onSuccess: ({ meetingId }) => leave(t('adopted'), `/meetings/${meetingId}`),
    onError: () => setAsking(null),
  });
  const discarding = useMutation({
    mutationFn: () => discardImport(server.id, server.version),
    onSuccess: () => leave(t('discarded'), '/imports'),
    onError: () => setAsking(null),
  });

  const said = {
    clean: '',
    changed: t('saving'),
    saving: t('saving'),
    saved: review.savedAt === null ? '' : t('saved', { time: formatTime(review.savedAt) }),
    failed: t('notSaved'),
    conflict: t('notSaved'),
  }[review.state];
  return (
    <>
      <div className="row start between wrap">
        <div>
          <PageTitle>{t('head.title', { title })}</PageTitle>
          <p className="t2">
            {[draft.meeting.date && formatDate(draft.meeting.date, language), draft.meeting.place]
              .filter(Boolean)
              .join(language === 'en' ? ', ' : '，')}
            {(draft.meeting.date ?? draft.meeting.place) !== null && '　'}
            {t('head.source', { kind: words(`source.${input.kind}`) })}
            {'　'}
            <a href={importFileAddress(server.id)} download>
              {server.bytes === null ? reading('fileText') : reading('file')}
            </a>
          </p>
          <p className="gap-small">
            <Lock />
          </p>
        </div>
        <div className="row wrap no-print">
          <span className="meta" role="status">
            {said}
          </span>
          {server.abilities.discard && (
            <button type="button" className="btn" onClick={() => setAsking('discard')}>
              {t('discard')}
            </button>
          )}
          {server.abilities.edit && (
            <button
              type="button"
              className={onRecord ? 'btn' : 'btn primary'}
              disabled={!server.abilities.adopt || review.theirs !== null}
              onClick={() => setAsking('adopt')}
            >
              {t('adopt')}
            </button>
          )}
        </div>
      </div>
      <Steps adopted={server.state === 'adopted'} />
      {server.state === 'adopted' && (
        <p className="note good">
          {t('adoptedAlready')}{' '}
          {server.meetingId !== null && <Link to={`/meetings/${server.meetingId}`}>{t('toMeeting')}</Link>}
        </p>
      )}
      <SameText same={server.same} />
      {server.state === 'discarded' && <p className="note warn">{t('discardedAlready')}</p>}
      {review.theirs && (
        <Conflict
          mine={<Version draft={draft} other={review.theirs.draft} />}
          theirs={<Version draft={review.theirs.draft} other={draft} />}
          keepMine={review.keepMine}
          keepTheirs={review.keepTheirs}
        />
      )}
      {review.restored && review.state !== 'conflict' && (
        <p className="note" role="status">
          {t('restored')}
        </p>
      )}
      {review.error !== null && review.state === 'failed' && (
        <Failure error={review.error} kept retry={() => void review.flush().catch(() => undefined)} />
      )}
      {adopting.error && <Failure error={adopting.error} kept />}
      {discarding.error && <Failure error={discarding.error} kept />}
      {server.abilities.edit && draft.table && <Columns table={draft.table} flush={review.flush} />}
      {server.abilities.edit && relative && (
        <Published
          words={String(relative.params['words'] ?? '')}
          published={server.publishedOn}
          flush={review.flush}
          take={review.take}
        />
      )}
      <Compare
        of={server}
        input={input}
        flush={review.flush}
        change={server.abilities.edit ? (next) => review.change(next) : undefined}
      />
      <About
        input={input}
        obstacles={server.obstacles}
        editable={server.abilities.edit}
        change={review.change}
      />
      <div className="two-up">
        <Totals
          draft={draft}
          {...(server.abilities.edit && {
            change: (next: Draft, field: string) => review.change({ ...input, draft: next }, current, field),
          })}
        />
        <Warnings
          draft={draft}
          starts={starts}
          select={setCurrent}
          show={show}
          {...(server.abilities.edit && {
            change: (next: Draft) => review.change({ ...input, draft: next }, current),
          })}
        />
      </div>
      <Editor
        source={server.text}
        starts={starts}
        draft={draft}
        current={current}
        select={setCurrent}
        shown={shown}
        show={show}
        suggested={(range) => (
          <Suggested
            of={server}
            range={range}
            areaAt={startOf(holderOf(draft, idOf('measure', range)) ?? '')}
            refused={input.decisions.noDue.includes(range[0])}
            refuse={server.abilities.edit ? (refused) => refuseDue(range[0], refused) : undefined}
          />
        )}
        {...(server.abilities.edit
          ? {
              edit: {
                change: (next: Draft, at: string | null) => review.change({ ...input, draft: next }, at),
                undo: review.canUndo ? review.undo : null,
                redo: review.canRedo ? review.redo : null,
              },
            }
          : {})}
      />
      {asking === 'adopt' && (
        <Sheet title={t('adoptTitle')} close={() => setAsking(null)}>
          <p>
            <Written>{title}</Written>
          </p>
          <Deadlines of={server} noDue={input.decisions.noDue} />
          <div className="foot">
            <p className="who">{bold(t('adoptWho', { areas: draft.areas.length, measures }))}</p>
            <button type="button" className="btn" onClick={() => setAsking(null)}>
              {shell('action.cancel')}
            </button>
            <button
              type="button"
              className="btn primary"
              disabled={adopting.isPending}
              onClick={() => adopting.mutate()}
            >
              {adopting.isPending ? t('adopting') : t('adopt')}
            </button>
          </div>
        </Sheet>
      )}
      {asking === 'discard' && (
        <Sheet title={t('discardTitle')} close={() => setAsking(null)}>
          <div className="foot">
            <p className="who">{t('discardWho')}</p>
            <button type="button" className="btn" onClick={() => setAsking(null)}>
              {t('back')}
            </button>
            <button
              type="button"
              className="btn primary"
              disabled={discarding.isPending}
              onClick={() => discarding.mutate()}
            >
              {t('discard')}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}

/** How many of the measures have a deadline in their words, which adoption records. */
function Deadlines({ of, noDue }: { of: Import; noDue: number[] }) {
  const t = useTexts(importTexts);
  const { data } = useQuery(suggestionsQuery(of.id, of.version));
  const count = data?.items.filter(({ due, of: [start] }) => due && !noDue.includes(start ?? -1)).length ?? 0;
  return count === 0 ? null : <p className="t2 gap-small">{t('adoptDue', { count })}</p>;
}

function Steps({ adopted }: { adopted: boolean }) {
  const t = useTexts(importTexts);
  const check = (
    <b>
      <Icon name="check" />
    </b>
  );
  return (
    <ol className="steps" aria-label={t('steps.label')}>
      <li className="done">
        {check}
        {t('step.source')}
      </li>
      <li className={adopted ? 'done' : 'on'} aria-current={adopted ? undefined : 'step'}>
        {adopted ? check : <b>2</b>}
        {t('step.check')}
      </li>
      <li className={adopted ? 'done' : undefined}>
        {adopted ? check : <b>3</b>}
        {t('step.adopt')}
      </li>
    </ol>
  );
}
