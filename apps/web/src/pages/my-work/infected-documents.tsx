import { Link } from 'react-router';
import { named } from '#i18n/language';
import type { MyWork } from '../../api/types';
import { evidenceTexts } from '../../evidence/words';
import { workTexts } from '../../desk/words';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { shellTexts } from '../../shell/words';

/** Signed documents with a file of ours in which a virus was found; what is to be done is done on the meeting's page. */
export function InfectedDocuments({ documents }: { documents: MyWork['infectedDocuments'] }) {
  const t = useTexts(workTexts);
  const evidence = useTexts(evidenceTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  return (
    <section className="grp" aria-labelledby="group-documents">
      <div className="grp-h">
        <h2 id="group-documents">{evidence('list.document')}</h2>
        <span className="meta">{t('group.items', { count: documents.length })}</span>
      </div>
      <ul className="work-list">
        {documents.map(({ id, ordinal, title, meeting }) => {
          const to = `/meetings/${meeting.id}/documents?evidence=${id}#${id}`;
          return (
            <li key={id}>
              <div className="task">
                <span className="kind">
                  <Icon name="clip" />
                  {t('kind.infected')}
                </span>
                <div>
                  <div className="ti">
                    <Link to={to}>
                      <span className="no num">{ordinal}</span>
                      <Written>{title}</Written>
                    </Link>
                  </div>
                  <div className="why">
                    {named(meeting.mechanismName, language)}{' '}
                    {shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) })}
                  </div>
                </div>
                <Link
                  className="btn"
                  to={to}
                  aria-label={t('do.named', { action: t('do.infected'), number: ordinal, title })}
                >
                  {t('do.infected')}
                </Link>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
