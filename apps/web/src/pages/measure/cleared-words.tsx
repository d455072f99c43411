import type { Cleared } from '../../api/types';
import { deskTexts } from '../../desk/words';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Rich } from '../../signs/rich';
import { type DisclosedFile, DisclosedFiles } from './disclosed-files';
import { measureTexts } from './words';

type Said = Pick<Cleared, 'text' | 'nextStep' | 'difficulties' | 'periodFrom' | 'periodTo'> & {
  evidence: DisclosedFile[];
};

interface Props {
  said: Said;
  /** What it asks of the other side, and what became of that. */
  request?: { text: string; state: 'open' | 'answered' | 'withdrawn' } | undefined;
}

/** An update as both sides read it; before it is cleared, exactly as they will. */
export function ClearedWords({ said, request }: Props) {
  const t = useTexts(measureTexts);
  const desk = useTexts(deskTexts);
  const language = useLanguage();
  const { periodFrom, periodTo } = said;
  const day = (date: string | null) => (date === null ? '' : formatDate(date, language));
  return (
    <>
      {(periodFrom !== null || periodTo !== null) && (
        <p className="meta num">{desk('said.period', { from: day(periodFrom), to: day(periodTo) })}</p>
      )}
      <Rich>{said.text}</Rich>
      {said.nextStep && (
        <p className="t2">
          <Written>{t('timeline.next', { text: said.nextStep })}</Written>
        </p>
      )}
      {said.difficulties && (
        <p className="t2">
          <Written>{desk('said.difficulties', { text: said.difficulties })}</Written>
        </p>
      )}
      {request && (
        <p className="asked">
          <strong>{desk(`said.request.${request.state}`)}</strong> <Written>{request.text}</Written>
        </p>
      )}
      {said.evidence.length > 0 && <DisclosedFiles files={said.evidence} />}
    </>
  );
}
