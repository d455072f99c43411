import { useTexts } from '../i18n/texts';
import { Failure } from './states';
import { Problem } from '../api/problem';
import { shellTexts } from './words';

/** A page that could not be shown, for instance because a new version has replaced its files. */
export function Broken() {
  const t = useTexts(shellTexts);
  return (
    <div className="page">
      <Failure
        error={new Problem(500, 'broken', t('state.failed'), t('state.failedDetail'))}
        retry={() => window.location.reload()}
      />
    </div>
  );
}
