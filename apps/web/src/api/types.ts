import type { components } from './schema';

type Schemas = components['schemas'];

export type Party = Schemas['Party'];
export type Organisation = Schemas['Organisation'];
export type OrganisationRef = Schemas['OrganisationRef'];
export type Session = Schemas['Session'];
export type Mechanism = Schemas['Mechanism'];
export type MechanismRef = Schemas['MechanismRef'];
export type Meeting = Schemas['Meeting'];
export type MeasureRow = Schemas['MeasureRow'];
export type MeasurePage = Schemas['MeasurePage'];
export type Measure = Schemas['Measure'];
export type Track = Measure['tracks'][number];
export type TimelineEntry = Schemas['TimelineEntry'];
export type DueDateChange = Schemas['DueDateChange'];
export type Update = Schemas['Update'];
export type Evidence = Schemas['Evidence'];
export type MyWork = Schemas['MyWork'];
export type WorkItem = Schemas['WorkItem'];
export type Import = Schemas['Import'];
export type Report = Schemas['Report'];
export type Mail = Schemas['Mail'];
export type Activity = Schemas['Activity'];
