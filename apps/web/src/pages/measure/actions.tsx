import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Refusal } from '#contracts/abilities';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { changeAction, planAction, removeAction, shareAction, withdrawAction } from '../../api/calls';
import { suggestedActionsQuery, useSession } from '../../api/queries';
import { useReread } from '../../api/reread';
import type { Measure, OwnAction } from '../../api/types';
import { UploadField } from '../../evidence/upload-field';
import { Act } from '../../forms/act';
import { Sheet } from '../../forms/sheet';
import { dayOf, formatDate } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Signed, Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { inputOf } from './action-input';
import { useChanged } from './use-changed';
import { actionTexts } from './words';

// Its list of units and its calendar come from Ant Design, which nobody needs who only reads.
const ActionForm = lazy(async () => ({ default: (await import('./action-form')).ActionForm }));

/** What our side carries out of the measure; ours alone until a coordinator shares it, one by one. */
export function OwnActions({ measure }: { measure: Measure }) {
  const t = useTexts(actionTexts);
  const [adding, setAdding] = useState(false);
  const actions = measure.own?.actions ?? [];
  const refusal = measure.refusals['planAction'];
  if (actions.length === 0 && refusal) return null;
  return (
    <section className="sec" id="actions" aria-labelledby="actions-title">
      <h3 id="actions-title">{t('title')}</h3>
      <p className="meta">{t('lead')}</p>
      {actions.length === 0 && <p className="t2 gap-small">{t('none')}</p>}
      <ul className="notes">
        {actions.map((action) => (
          <OneAction key={action.id} measure={measure} action={action} />
        ))}
      </ul>
      {!refusal && <Suggested measure={measure} />}
      <p className="gap-small">
        <Act className="btn" refusal={refusal} onClick={() => setAdding(true)}>
          {t('add')}
        </Act>
      </p>
      {adding && (
        <Suspense fallback={null}>
          <ActionForm measure={measure} action={null} close={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}

type Asking = 'share' | 'withdraw' | 'remove';

function OneAction({ measure, action }: { measure: Measure; action: OwnAction }) {
  const t = useTexts(actionTexts);
  const language = useLanguage();
  const changed = useChanged();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const reread = useReread();
  const { title, words, lead, internalDueOn, doneOn, sharedAt, refusals } = action;
  const marking = useMutation({
    mutationFn: () =>
      changeAction(action.id, action.version, {
        ...inputOf(action),
        doneOn: doneOn === null ? dayOf(new Date().toISOString()) : null,
      }),
    onSuccess: (next) => changed(next, t('saved')),
  });
  const act = (name: string, refusal: Refusal | undefined, onClick: () => void) => (
    <Act className="link" refusal={refusal} label={t('do.of', { action: name, title })} onClick={onClick}>
      {name}
    </Act>
  );
  return (
    <li>
      <div className="by">
        <strong>
          <Written>{title}</Written>
        </strong>
        {lead && <span className="meta">{named(lead.short, language)}</span>}
        <span className="meta push">
          {sharedAt === null ? (
            <span className="own-tag">
              <Icon name="lock" />
              {t('unshared')}
            </span>
          ) : action.changedSinceShared ? (
            t('changed')
          ) : (
            t('shared', { date: formatDate(sharedAt, language) })
          )}
        </span>
      </div>
      <p className="meta">
        <span className="sr">{t('cited')}</span>
        <q>
          <Signed script={measure.script}>{words}</Signed>
        </q>
      </p>
      <p className="row wrap does">
        {doneOn === null ? (
          <span>{t('open')}</span>
        ) : (
          <span className="action-done">
            <Icon name="check" />
            {t('done', { date: formatDate(doneOn, language) })}
          </span>
        )}
        {internalDueOn !== null && (
          <span className="meta num">{t('due', { date: formatDate(internalDueOn, language) })}</span>
        )}
      </p>
      {marking.error && <Failure error={marking.error} />}
      <p className="row wrap does">
        {act(t(doneOn === null ? 'markDone' : 'markOpen'), refusals['change'], () => marking.mutate())}
        {act(t('edit'), refusals['change'], () => setEditing(true))}
        {act(t(sharedAt === null ? 'share' : 'shareAnew'), refusals['share'], () => setAsking('share'))}
        {sharedAt !== null && act(t('withdraw'), refusals['withdraw'], () => setAsking('withdraw'))}
        {act(t('remove'), refusals['remove'], () => setAsking('remove'))}
      </p>
      {(action.evidence.length > 0 || action.abilities.change) && (
        <details className="action-evidence">
          <summary>{t('evidence', { count: action.evidence.length })}</summary>
          <UploadField
            pieces={action.evidence}
            place={() => Promise.resolve({ of: 'actions', id: action.id })}
            most={limits.evidencePerPlace}
            note={t('evidenceNote')}
            adding={action.abilities.change}
            links
            changed={() => void reread()}
          />
        </details>
      )}
      {editing && (
        <Suspense fallback={null}>
          <ActionForm measure={measure} action={action} close={() => setEditing(false)} />
        </Suspense>
      )}
      {asking && <AskSheet measure={measure} action={action} asking={asking} close={() => setAsking(null)} />}
    </li>
  );
}

const doing = { share: shareAction, withdraw: withdrawAction, remove: removeAction };

interface Asked {
  measure: Measure;
  action: OwnAction;
  asking: Asking;
  close: () => void;
}

/** What the other side will read, or read no more, is said before it happens. */
function AskSheet({ measure, action, asking, close }: Asked) {
  const t = useTexts(actionTexts);
  const shell = useTexts(shellTexts);
  const side = useSideName();
  const session = useSession();
  const changed = useChanged();
  const other = side(measure.mechanism.sides.find(({ id }) => id !== session.side?.id));
  const acting = useMutation({
    mutationFn: () => doing[asking](action.id, action.version),
    onSuccess: async (next) => {
      close();
      await changed(next, t(`${asking}.done`));
    },
  });
  return (
    <Sheet title={t(`${asking}.title`)} close={close}>
      <p>
        <strong>
          <Written>{action.title}</Written>
        </strong>
      </p>
      <p className="meta">
        <q>
          <Signed script={measure.script}>{action.words}</Signed>
        </q>
      </p>
      {acting.error && <Failure error={acting.error} />}
      <div className="foot">
        <p className="who">{bold(t(`${asking}.who`, { other }))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={acting.isPending}
          onClick={() => acting.mutate()}
        >
          {t(asking)}
        </button>
      </div>
    </Sheet>
  );
}

/** The sentences of the measure that nobody on our side has taken yet. */
function Suggested({ measure }: { measure: Measure }) {
  const t = useTexts(actionTexts);
  const changed = useChanged();
  const { data } = useQuery(suggestedActionsQuery(measure.id));
  const taken = new Set(measure.own?.actions.map(({ range }) => range.join()));
  const open = (data?.items ?? []).filter(({ range }) => !taken.has(range.join()));
  const taking = useMutation({
    mutationFn: async (chosen: typeof open) => {
      let next = measure;
      for (const { title, range } of chosen)
        next = await planAction(measure.id, {
          ...{ title, range, leadId: null, internalDueOn: null, doneOn: null },
        });
      return next;
    },
    onSuccess: (next, chosen) => changed(next, t('suggest.taken', { count: chosen.length })),
  });
  if (open.length === 0) return null;
  return (
    <div className="gap-small">
      <p className="row wrap">
        <strong>{t('suggest.title')}</strong>
        <span className="meta">{t('suggest.lead')}</span>
        {open.length > 1 && (
          <button
            type="button"
            className="link push"
            disabled={taking.isPending}
            onClick={() => taking.mutate(open)}
          >
            {t('suggest.takeAll')}
          </button>
        )}
      </p>
      {taking.error && <Failure error={taking.error} />}
      <ul className="sentences">
        {open.map((each) => (
          <li key={each.range.join()}>
            <Signed script={measure.script}>{each.words}</Signed>
            <button
              type="button"
              className="btn sm"
              disabled={taking.isPending}
              aria-label={t('suggest.takeOf', { title: each.title })}
              onClick={() => taking.mutate([each])}
            >
              {t('suggest.take')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
