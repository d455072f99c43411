import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { setApplicable } from '../../api/calls';
import type { Measure } from '../../api/types';
import { useTexts } from '../../i18n/texts';
import { ReasonSheet } from './reason-sheet';
import { useChanged } from './use-changed';
import { tracksTexts } from './words';

/** Where a coordinator says that the own side has nothing to do with the measure, or has after all. */
export function Applicability({ measure, applies }: { measure: Measure; applies: boolean }) {
  const t = useTexts(tracksTexts);
  const changed = useChanged();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const sending = useMutation({
    mutationFn: (reason: string) => setApplicable(measure.id, { applicable: !applies, reason }),
    onSuccess: async (next) => {
      close();
      await changed(next, t('excuse.done'));
    },
  });
  // Who only reads, who does not decide, and who comes after the end, has nothing to say here.
  if (!measure.abilities.setApplicable) return null;
  const title = t(applies ? 'excuse.set' : 'excuse.unset');
  return (
    <p className="no-print gap-small">
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {title}
      </button>
      {asking && <ReasonSheet {...{ title, sending, close }} who={t('excuse.who')} send={title} />}
    </p>
  );
}
