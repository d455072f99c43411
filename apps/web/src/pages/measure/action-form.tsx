import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { type ActionInput, changeAction, getMeasure, planAction } from '../../api/calls';
import { asProblem } from '../../api/problem';
import { organisationsQuery, useSession } from '../../api/queries';
import type { Measure, OwnAction } from '../../api/types';
import { Conflict } from '../../desk/conflict';
import { DayField } from '../../forms/day-field';
import { Picker } from '../../forms/picker';
import { Sheet } from '../../forms/sheet';
import { formatDate } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Signed, Written } from '../../signs/content';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { inputOf } from './action-input';
import { useChanged } from './use-changed';
import { actionTexts } from './words';

const empty: ActionInput = { title: '', range: [0, 0], leadId: null, internalDueOn: null, doneOn: null };

interface Props {
  measure: Measure;
  /** Null for a new one. */
  action: OwnAction | null;
  close: () => void;
}

/** What is to be done, in whose words, by whom and by when. Should somebody have changed it meanwhile, both versions stand. */
export function ActionForm({ measure, action, close }: Props) {
  const t = useTexts(actionTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const changed = useChanged();
  const [base, setBase] = useState(action?.version ?? 0);
  const [input, setInput] = useState(() => (action ? inputOf(action) : empty));
  const [theirs, setTheirs] = useState<OwnAction | null>(null);
  const { data: organisations } = useQuery(organisationsQuery(session.party.id));
  const units = (organisations?.items ?? []).map(({ id, name }) => ({
    ...{ value: id, label: named(name, language) },
  }));
  const cited = ({ range: [start = 0, end = 0] }: ActionInput) => measure.text.slice(start, end);
  const saving = useMutation({
    mutationFn: (version: number) => {
      const body = { ...input, title: input.title.trim() };
      return action ? changeAction(action.id, version, body) : planAction(measure.id, body);
    },
    onSuccess: async (next) => {
      close();
      await changed(next, t('saved'));
    },
    onError: async (error) => {
      if (asProblem(error).status !== 412) return;
      const now = (await getMeasure(measure.id)).own?.actions.find(({ id }) => id === action?.id);
      setTheirs(now ?? null);
    },
  });
  const version = (values: ActionInput) => (
    <>
      <p>
        <strong>
          <Written>{values.title}</Written>
        </strong>
      </p>
      <p className="meta">
        <q>
          <Signed script={measure.script}>{cited(values)}</Signed>
        </q>
      </p>
      <p className="meta">
        {[
          units.find(({ value }) => value === values.leadId)?.label,
          values.internalDueOn !== null && t('due', { date: formatDate(values.internalDueOn, language) }),
          values.doneOn === null ? t('open') : t('done', { date: formatDate(values.doneOn, language) }),
        ]
          .filter(Boolean)
          .join(language === 'en' ? '; ' : '；')}
      </p>
    </>
  );

  return (
    <Sheet title={t(action ? 'form.edit' : 'form.new')} close={close}>
      {theirs && (
        <Conflict
          mine={version(input)}
          theirs={version(inputOf(theirs))}
          keepMine={() => {
            setBase(theirs.version);
            setTheirs(null);
            saving.mutate(theirs.version);
          }}
          keepTheirs={() => {
            setBase(theirs.version);
            setInput(inputOf(theirs));
            setTheirs(null);
            saving.reset();
          }}
        />
      )}
      <label className="field">
        <span className="lb">
          {t('form.title')} <span className="meta">{t('form.titleNote')}</span>
        </span>
        <input
          className="input"
          maxLength={limits.title}
          value={input.title}
          onChange={(event) => setInput({ ...input, title: event.target.value })}
        />
      </label>
      <WordsField measure={measure} input={input} choose={(range) => setInput({ ...input, range })} />
      <Picker
        label={t('form.unit')}
        note={t('form.unitNote')}
        placeholder={t('form.choose')}
        options={units}
        value={input.leadId}
        onChange={(leadId) => setInput({ ...input, leadId })}
        clearable
      />
      <div className="action-days">
        <DayField
          label={t('form.due')}
          note={t('form.dueNote')}
          value={input.internalDueOn}
          onChange={(internalDueOn) => setInput({ ...input, internalDueOn })}
        />
        <DayField
          label={t('form.done')}
          note={t('form.doneNote')}
          value={input.doneOn}
          onChange={(doneOn) => setInput({ ...input, doneOn })}
        />
      </div>
      {saving.error && asProblem(saving.error).status !== 412 && <Failure error={saving.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('form.who', { side: side(session.side) }))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={input.title.trim() === '' || cited(input).trim() === '' || saving.isPending}
          onClick={() => saving.mutate(base)}
        >
          {t('form.save')}
        </button>
      </div>
    </Sheet>
  );
}

interface Chosen {
  measure: Measure;
  input: ActionInput;
  choose: (range: [number, number]) => void;
}

/** The measure's text, to be read only: words are chosen by selecting them, with the mouse or with Shift and arrows. */
function WordsField({ measure, input, choose }: Chosen) {
  const t = useTexts(actionTexts);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [start = 0, end = 0] = input.range;
  useEffect(() => {
    if (field.current !== document.activeElement) field.current?.setSelectionRange(start, end);
  }, [start, end]);
  const words = measure.text.slice(start, end);
  return (
    <div className="field">
      <label className="lb" htmlFor={id}>
        {t('form.words')} <span className="meta">{t('form.wordsNote')}</span>
      </label>
      <textarea
        ref={field}
        id={id}
        className="area-in"
        rows={5}
        readOnly
        value={measure.text}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          if (selectionStart < selectionEnd) choose([selectionStart, selectionEnd]);
        }}
      />
      <p className="meta" role="status">
        {words === '' ? (
          t('form.noWords')
        ) : (
          <q>
            <Signed script={measure.script}>{words}</Signed>
          </q>
        )}
      </p>
    </div>
  );
}
