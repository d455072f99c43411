import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { canImportInto } from '#core/imports/import.policy';
import { canDecide } from '#core/lineage/lineage.policy';
import { LineageService } from '#core/lineage/lineage.service';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { canSetThresholds } from '#core/mechanisms/mechanism.policy';
import { MechanismsService } from '#core/mechanisms/mechanisms.service';
import { MechanismsReads } from '#core/mechanisms/mechanisms.reads';
import { abilitiesOf } from '#core/ruling';
import { canReport } from '#core/reports/report.policy';
import { ReportsService } from '#core/reports/reports.service';
import { canFollowUp } from '#core/signed-documents/signed-document.policy';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { able, type Able, outcome, shown, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { actors, reads } = ground;

it('lets people report, import, decide the lineage and follow documents up where mechanism and meeting say so', async () => {
  const meeting = await ground.builder.meeting(ground.ours);
  const { id: meetingId } = meeting;
  for (const actor of actors) {
    const page = await shown<Able>(core.app.get(DashboardsReads).meeting(actor, meetingId));
    const reports = canReport(actor, ground.ours);
    const decides = canDecide(actor, ground.ours);
    const follows = canFollowUp(actor, ground.ours);
    const rulings = { requestReport: reports, decideLineage: decides, followUpDocuments: follows };
    expect(page && able(page)).toEqual(reads(actor) ? abilitiesOf(rulings) : null);
    const measure = await ground.builder.measure(meeting);
    const decision = {
      earlierId: null,
      laterId: measure.id,
      relation: 'new',
      stands: true,
      version: 0,
    } as const;
    const decide = core.app.get(LineageService).decide(actor, meetingId, [decision]);
    expect((await outcome(decide)) === 'done').toBe(reads(actor) && decides === true);
    const document = { title: 'A paper', parties: [], signedOn: '2026-05-02' };
    const add = core.app.get(SignedDocumentsService).add(actor, meetingId, document);
    expect((await outcome(add)) === 'done').toBe(reads(actor) && follows === true);
    const request = core.app.get(ReportsService).request(actor, meetingId, 'joint', 'en');
    expect(await outcome(request)).toBe(
      !reads(actor) ? 'not_found' : reports === true ? 'done' : `forbidden: ${reports}`,
    );
    const { items } = JSON.parse(await core.app.get(MechanismsReads).list(actor)) as {
      items: ({ id: string } & Able)[];
    };
    const mechanism = items.find(({ id }) => id === ground.ours.id);
    expect(mechanism && able(mechanism)).toEqual(
      reads(actor)
        ? abilitiesOf({
            import: canImportInto(actor, ground.ours),
            setThresholds: canSetThresholds(actor, ground.ours),
          })
        : undefined,
    );
    const { version } = await ground.builder.source.manager.findOneByOrFail(Mechanism, {
      id: ground.ours.id,
    });
    const set = core.app
      .get(MechanismsService)
      .setThresholds(actor, ground.ours.id, { warningDays: 30, freshnessDays: 180 }, version);
    expect((await outcome(set)) === 'done').toBe(
      reads(actor) && canSetThresholds(actor, ground.ours) === true,
    );
  }
});
