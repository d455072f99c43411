import { useState } from 'react';
import { limits } from '#contracts/limits';
import { Sheet } from '../../forms/sheet';
import { bold, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { measureTexts } from './words';

interface ReasonProps {
  title: string;
  who: string;
  send: string;
  sending: { mutate: (reason: string) => void; isPending: boolean; error: unknown };
  close: () => void;
}

/** Asks for the reason that both sides will read. */
export function ReasonSheet({ title, who, send, sending, close }: ReasonProps) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const [reason, setReason] = useState('');
  return (
    <Sheet title={title} close={close}>
      <label className="field">
        <span className="lb">{t('confirm.reason')}</span>
        <textarea
          className="area-in"
          rows={3}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {sending.error !== null && <Failure error={sending.error} kept />}
      <div className="foot">
        <p className="who">{bold(who)}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={reason.trim() === '' || sending.isPending}
          onClick={() => sending.mutate(reason.trim())}
        >
          {send}
        </button>
      </div>
    </Sheet>
  );
}
