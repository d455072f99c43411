import { useTexts } from '../../i18n/texts';
import { PageTitle, usePage } from '../../shell/page';
import { ReportList } from './list';
import { recordTexts } from './words';

export function Component() {
  const t = useTexts(recordTexts);
  usePage(t('reports.title'), [{ label: t('reports.title') }]);
  return (
    <div className="page">
      <div className="head">
        <PageTitle>{t('reports.title')}</PageTitle>
        <p className="sub">{t('reports.lead')}</p>
      </div>
      <ReportList empty={t('reports.none')} />
    </div>
  );
}
