import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { limits } from '#contracts/limits';
import { changeDocument } from '../../api/calls';
import { asProblem } from '../../api/problem';
import { measuresQuery, meetingQuery } from '../../api/queries';
import { useReread } from '../../api/reread';
import type { Meeting } from '../../api/types';
import { Ant } from '../../forms/ant';
import { Sheet } from '../../forms/sheet';
import { bold, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import type { SignedDocument } from './documents';
import { useMeasureName } from './measure-name';
import { documentTexts } from './words';

interface Props {
  meeting: Meeting;
  document: SignedDocument;
  close: () => void;
}

/**
 * Which measures of the mechanism a document carries out. What is chosen is kept as what is added and what is taken
 * away, so that a change of the other side's meanwhile is joined with it and not overwritten.
 */
export function LinkMeasures({ meeting, document, close }: Props) {
  const t = useTexts(documentTexts);
  const shell = useTexts(shellTexts);
  const cache = useQueryClient();
  const reread = useReread();
  const nameOf = useMeasureName(meeting);
  const id = useId();
  const [search, setSearch] = useState('');
  const q = useDeferredValue(search.trim());
  const [added, setAdded] = useState<{ value: string; label: string }[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const query = useInfiniteQuery(
    measuresQuery({ mechanism: meeting.mechanism.id, ...(q === '' ? {} : { q }) }),
  );
  const found = query.data?.pages[0]?.items ?? [];
  const labelOf = (measure: { meetingId: string; areaOrdinal: number; ordinal: number; title: string }) =>
    `${nameOf(measure)}　${measure.title}`;
  const linked = document.fulfils.map((measure) => ({ value: measure.measureId, label: labelOf(measure) }));
  const chosen = [
    ...linked.filter(({ value }) => !removed.includes(value)),
    ...added.filter(({ value }) => !linked.some((one) => one.value === value)),
  ];
  const saving = useMutation({
    mutationFn: () =>
      changeDocument(document.id, document.version, { fulfils: chosen.map(({ value }) => value) }),
    onSuccess: async (changed) => {
      cache.setQueryData(meetingQuery(meeting.id).queryKey, changed);
      close();
      tell(t('link.saved'));
      await reread();
    },
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meeting.id).queryKey }),
  });
  const conflict = saving.error !== null && asProblem(saving.error).status === 412;
  return (
    <Sheet title={t('link.title')} close={close}>
      <p>
        <Written>{document.title}</Written>
      </p>
      <div className="field gap-small">
        <label className="lb" htmlFor={id}>
          {t('link.label')} <span className="meta">{t('link.hint')}</span>
        </label>
        <Ant>
          <Select<{ value: string; label: string }[]>
            id={id}
            mode="multiple"
            labelInValue
            style={{ width: '100%' }}
            aria-label={t('link.label')}
            maxCount={limits.bulk}
            showSearch={{ filterOption: false, onSearch: setSearch }}
            loading={query.isFetching}
            notFoundContent={query.isFetching ? shell('state.loading') : t('link.none')}
            value={chosen}
            options={found.map((measure) => ({ value: measure.id, label: labelOf(measure) }))}
            onChange={(next) => {
              setAdded(next.filter(({ value }) => !linked.some((one) => one.value === value)));
              setRemoved(
                linked.map(({ value }) => value).filter((one) => !next.some(({ value }) => value === one)),
              );
            }}
          />
        </Ant>
        {query.hasNextPage && <p className="meta">{t('link.more', { count: found.length })}</p>}
      </div>
      {conflict && <p className="note warn">{t('again')}</p>}
      {saving.error !== null && !conflict && <Failure error={saving.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('link.who'))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t('link.save')}
        </button>
      </div>
    </Sheet>
  );
}
