import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { named } from '#i18n/language';
import { mechanismsQuery } from '../../api/queries';
import { useLanguage, useTexts } from '../../i18n/texts';
import { PageTitle, usePage } from '../../shell/page';
import { recordTexts } from '../reports/words';
import { ActivityList } from './activity-list';

export function Component() {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const mechanism = params.get('mechanism') ?? undefined;
  const measure = params.get('measure') ?? undefined;
  usePage(t('activity.title'), [{ label: t('activity.title') }]);

  return (
    <div className="page">
      <div className="head">
        <PageTitle>{t('activity.title')}</PageTitle>
        <p className="sub">{t('activity.lead')}</p>
      </div>
      <label className="row wrap">
        <span>{t('activity.mechanism')}</span>
        <select
          className="chip"
          value={mechanism ?? ''}
          onChange={(event) =>
            setParams(event.target.value === '' ? {} : { mechanism: event.target.value }, {
              preventScrollReset: true,
            })
          }
        >
          <option value="">{t('activity.allMechanisms')}</option>
          {mechanisms?.items.map((one) => (
            <option key={one.id} value={one.id}>
              {named(one.name, language)}
            </option>
          ))}
        </select>
      </label>
      <ActivityList filter={{ ...(mechanism ? { mechanism } : {}), ...(measure ? { measure } : {}) }} />
    </div>
  );
}
