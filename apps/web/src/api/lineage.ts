import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { at, client, content, seenAt } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Lineage = Schemas['LineageDto'];
export type LineageMeasure = Schemas['LineageMeasureDto'];
export type Decision = Schemas['DecisionDto'];
export type Comparison = Schemas['ComparisonDto'];
export type Compared = NonNullable<Comparison['found']>;
export type PieceMatch = Schemas['PieceMatchDto'];

export const lineageQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['lineage', meeting],
    queryFn: () => content(client.GET('/api/meetings/{id}/lineage', at(meeting))),
  });
export const decideLineage = (meeting: string, decisions: Decision[]) =>
  content(client.POST('/api/meetings/{id}/lineage', { ...at(meeting), body: { decisions } }));

export const comparisonQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['comparison', id, version],
    queryFn: () => content(client.GET('/api/imports/{id}/comparison', at(id))),
    // Every save makes another version: what stood there stands until it is compared anew.
    placeholderData: keepPreviousData,
  });
export const attachImport = (id: string, version: number, body: Schemas['AttachDto']) =>
  content(client.POST('/api/imports/{id}/attach', { ...seenAt(id, version), body }));
