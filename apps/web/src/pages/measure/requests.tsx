import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { clearAnswer, draftAnswer, withdrawRequest } from '../../api/calls';
import { asProblem } from '../../api/problem';
import { useSession } from '../../api/queries';
import type { Measure, SideRequest } from '../../api/types';
import { useKept } from '../../desk/use-kept';
import { deskTexts } from '../../desk/words';
import { Act } from '../../forms/act';
import { formatDate } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Lock } from '../../signs/private';
import { Rich } from '../../signs/rich';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { useChanged } from './use-changed';

/** What one side has asked of the other and waits for. */
export function OpenRequests({ measure }: { measure: Measure }) {
  const open = measure.requests.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <div id="requests">
      {open.map((request) => (
        <OpenRequest key={request.id} measure={measure} request={request} />
      ))}
    </div>
  );
}

function OpenRequest({ measure, request }: { measure: Measure; request: SideRequest }) {
  const t = useTexts(deskTexts);
  const language = useLanguage();
  const side = useSideName();
  const changed = useChanged();
  const session = useSession();
  const { sides } = measure.mechanism;
  const asks = request.partyId === session.side?.id;
  const asked = !asks && sides.some(({ id }) => id === session.side?.id);
  const asker = side(sides.find(({ id }) => id === request.partyId));
  const other = side(sides.find(({ id }) => id !== request.partyId));
  const title = t('request.title', { side: asker });
  const withdrawing = useMutation({
    mutationFn: () => withdrawRequest(request.id, request.version),
    onSuccess: (next) => changed(next, t('request.withdrawn')),
  });
  return (
    <section className="confirm" aria-label={title}>
      <div className="row wrap">
        <h3>{title}</h3>
        <span className="meta push num">
          {formatDate(request.askedAt, language)}
          {'　'}
          {named(request.organisation.name, language)}
        </span>
      </div>
      <Rich>{request.text}</Rich>
      {withdrawing.error && <Failure error={withdrawing.error} />}
      {request.abilities.draft ? (
        <AnswerForm request={request} asker={asker} />
      ) : (
        <div className="foot">
          <p className="who">{t('request.waiting', { side: other })}</p>
          {asks && (
            <Act
              className="btn"
              refusal={request.refusals['withdraw']}
              onClick={() => !withdrawing.isPending && withdrawing.mutate()}
            >
              {t('request.withdraw')}
            </Act>
          )}
          {asked && (
            <Act className="btn" refusal={request.refusals['draft']}>
              {t('answer.write')}
            </Act>
          )}
        </div>
      )}
    </section>
  );
}

/** Our answer, ours alone until a coordinator clears it. What is typed stays on this computer until it is saved. */
function AnswerForm({ request, asker }: { request: SideRequest; asker: string }) {
  const t = useTexts(deskTexts);
  const language = useLanguage();
  const id = useId();
  const changed = useChanged();
  const { draft, abilities } = request;
  const [kept, setKept] = useKept(`answer.${request.id}`);
  const [base, setBase] = useState(draft?.version ?? 0);
  const text = kept === '' ? (draft?.text ?? '') : kept;
  const dirty = kept !== '' && kept !== draft?.text;
  const saving = useMutation({
    mutationFn: () => draftAnswer(request.id, base, text),
    onSuccess: async (next) => {
      setKept('');
      setBase(next.requests.find((one) => one.id === request.id)?.draft?.version ?? 0);
      await changed(next, t('answer.saved'));
    },
  });
  const clearing = useMutation({
    mutationFn: () => clearAnswer(request.id, draft?.version ?? 0),
    onSuccess: (next) => changed(next, t('answer.cleared')),
  });
  const overtaken = saving.error !== null && asProblem(saving.error).status === 412;
  return (
    <div className="private panel gap-small">
      <div className="row between wrap">
        <Lock />
        {draft && (
          <span className="meta">
            {t('answer.by', { person: draft.author.name, date: formatDate(draft.savedAt, language) })}
          </span>
        )}
      </div>
      <label className="field" htmlFor={id}>
        <span className="lb">{t('answer.text')}</span>
      </label>
      <textarea
        id={id}
        className="area-in"
        rows={3}
        maxLength={limits.request}
        value={text}
        onChange={(event) => setKept(event.target.value)}
      />
      {overtaken && draft && (
        <div className="note warn gap-small">
          <p>{t('answer.overtaken', { person: draft.author.name })}</p>
          <Rich>{draft.text}</Rich>
          <p className="row">
            <button
              type="button"
              className="btn"
              onClick={() => {
                setBase(draft.version);
                saving.reset();
              }}
            >
              {t('answer.keepMine')}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => {
                setBase(draft.version);
                setKept('');
                saving.reset();
              }}
            >
              {t('answer.keepTheirs')}
            </button>
          </p>
        </div>
      )}
      {saving.error && <Failure error={saving.error} kept />}
      {clearing.error && <Failure error={clearing.error} />}
      <div className="foot">
        <p className="who">
          {bold(t(abilities.clear && !dirty ? 'answer.whoClear' : 'answer.whoSave', { side: asker }))}
        </p>
        <button
          type="button"
          className={dirty ? 'btn primary' : 'btn'}
          disabled={!dirty || saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t('answer.save')}
        </button>
        {abilities.clear ? (
          <button
            type="button"
            className={dirty ? 'btn' : 'btn primary'}
            disabled={dirty || clearing.isPending}
            onClick={() => clearing.mutate()}
          >
            {t('answer.clear')}
          </button>
        ) : (
          <Act className="btn" refusal={request.refusals['clear']}>
            {t('answer.clear')}
          </Act>
        )}
      </div>
    </div>
  );
}
