import { useTexts } from '../i18n/texts';
import { shellTexts } from '../shell/words';

/** 12 KB, 3.4 MB. */
export function useSize() {
  const t = useTexts(shellTexts);
  return (bytes: number) =>
    bytes < 1_000_000
      ? t('unit.kb', { size: Math.max(1, Math.round(bytes / 1000)) })
      : t('unit.mb', { size: (bytes / 1_000_000).toFixed(1) });
}
