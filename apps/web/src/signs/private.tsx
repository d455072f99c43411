import { useSession } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { shellTexts } from '../shell/words';
import { Icon } from './icon';
import { useSideName } from './side';

/** The lock and the words that stand on everything the other side cannot see. */
export function Lock() {
  const t = useTexts(shellTexts);
  const side = useSideName();
  const session = useSession();
  return (
    <span className="lock">
      <Icon name="lock" />
      {session.side ? t('private.only', { side: side(session.side) }) : t('private.onlyOurs')}
    </span>
  );
}
