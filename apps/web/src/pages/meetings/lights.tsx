import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { getMechanisms, setThresholds } from '../../api/calls';
import { asProblem } from '../../api/problem';
import { mechanismsQuery } from '../../api/queries';
import { useReread } from '../../api/reread';
import type { Mechanism } from '../../api/types';
import { Conflict } from '../../desk/conflict';
import { Sheet } from '../../forms/sheet';
import { bold, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import { meetingTexts } from '../meeting/words';

type Days = Pick<Mechanism, 'warningDays' | 'freshnessDays'>;

const daysOf = ({ warningDays, freshnessDays }: Days): Days => ({ warningDays, freshnessDays });

/** What the lights of a mechanism are measured by; either side's coordinator changes it for both. */
export function Lights({ mechanism }: { mechanism: Mechanism }) {
  const t = useTexts(meetingTexts);
  const [open, setOpen] = useState(false);
  return (
    <p className="t2">
      {t('lights.now', { warning: mechanism.warningDays, fresh: mechanism.freshnessDays })}{' '}
      {mechanism.abilities.setThresholds && (
        <button type="button" className="link no-print" onClick={() => setOpen(true)}>
          {t('lights.change')}
        </button>
      )}
      {open && <LightsSheet mechanism={mechanism} close={() => setOpen(false)} />}
    </p>
  );
}

function LightsSheet({ mechanism, close }: { mechanism: Mechanism; close: () => void }) {
  const t = useTexts(meetingTexts);
  const shell = useTexts(shellTexts);
  const cache = useQueryClient();
  const reread = useReread();
  const [base, setBase] = useState(mechanism);
  const [days, setDays] = useState(() => daysOf(mechanism));
  const [theirs, setTheirs] = useState<Mechanism | null>(null);

  const saving = useMutation({
    mutationFn: (version: number) => setThresholds(mechanism.id, version, days),
    onSuccess: async (next) => {
      cache.setQueryData(mechanismsQuery.queryKey, next);
      close();
      tell(t('lights.saved'));
      await reread();
    },
    onError: async (error) => {
      if (asProblem(error).status !== 412) return;
      const { items } = await getMechanisms();
      setTheirs(items.find(({ id }) => id === mechanism.id) ?? null);
    },
  });
  const possible = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;
  const valid =
    possible(days.warningDays, limits.warningDays) && possible(days.freshnessDays, limits.freshnessDays);
  const changed = days.warningDays !== base.warningDays || days.freshnessDays !== base.freshnessDays;
  const said = ({ warningDays, freshnessDays }: Days) => (
    <p>{t('lights.now', { warning: warningDays, fresh: freshnessDays })}</p>
  );
  const field = (name: keyof Days, label: string) => (
    <label className="field">
      <span className="lb">
        {label} <span className="meta">{t('lights.days', { max: limits[name] })}</span>
      </span>
      <input
        className="input"
        type="number"
        min={1}
        max={limits[name]}
        value={Number.isNaN(days[name]) ? '' : days[name]}
        aria-invalid={!possible(days[name], limits[name])}
        onChange={(event) => setDays({ ...days, [name]: event.target.valueAsNumber })}
      />
    </label>
  );

  return (
    <Sheet title={t('lights.title')} close={close}>
      {theirs && (
        <Conflict
          mine={said(days)}
          theirs={said(theirs)}
          keepMine={() => {
            setBase(theirs);
            setTheirs(null);
            saving.mutate(theirs.version);
          }}
          keepTheirs={() => {
            setBase(theirs);
            setDays(daysOf(theirs));
            setTheirs(null);
          }}
        />
      )}
      {field('warningDays', t('lights.warning'))}
      {field('freshnessDays', t('lights.fresh'))}
      {saving.error && asProblem(saving.error).status !== 412 && <Failure error={saving.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('lights.who'))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!valid || !changed || theirs !== null || saving.isPending}
          onClick={() => saving.mutate(base.version)}
        >
          {saving.isPending ? shell('state.saving') : t('lights.save')}
        </button>
      </div>
    </Sheet>
  );
}
