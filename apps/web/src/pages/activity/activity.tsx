import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { named } from '#i18n/language';
import { mechanismsQuery } from '../../api/queries';
import { Choice } from '../../forms/choice';
import { useLanguage, useTexts } from '../../i18n/texts';
import { PageTitle, usePage } from '../../shell/page';
import { recordTexts } from '../reports/words';
import { ActivityList } from './activity-list';
import { Ledgers } from './ledgers';

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
      <Choice
        label={t('activity.mechanism')}
        all={t('activity.allMechanisms')}
        value={mechanism}
        options={(mechanisms?.items ?? []).map((one) => ({
          value: one.id,
          label: named(one.name, language),
        }))}
        onChange={(value) =>
          setParams(value === null ? {} : { mechanism: value }, { preventScrollReset: true })
        }
      />
      {measure === undefined && <Ledgers key={mechanism ?? ''} mechanism={mechanism} />}
      <ActivityList filter={{ ...(mechanism ? { mechanism } : {}), ...(measure ? { measure } : {}) }} />
    </div>
  );
}
