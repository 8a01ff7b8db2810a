import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../../src/domain/deliveries/deliver-due.ts';
import { showProgress } from '../../../src/domain/deliveries/show-progress.ts';
import { updateShown } from '../../../src/domain/deliveries/update-shown.ts';
import type { Round } from '../../../src/domain/followups/round.ts';
import { tellOfCampaign } from '../../../src/domain/followups/tell-of-campaign.ts';
import type { VisitId } from '../../../src/domain/kernel/ids.ts';
import { type OfficeUnderTest, startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { openCourse, sellingCourse, t1Over } from '../../support/selling-course.ts';

describe('the card of a long campaign', () => {
  let office: OfficeUnderTest;
  let round: Round;
  const deps = () => office.running.deps;
  const card = () =>
    office.stores.deliveries.of({
      subject: { kind: 'campaign', round: round.id },
      recipient: { group: 'department' },
    });
  const updates = (): number => office.tenant.counts.byOperation.update ?? 0;
  /** Told of as if there were many of them. */
  const tell = () => tellOfCampaign(deps(), round, 200);

  beforeEach(async () => {
    office = await startOffice();
    await openCourse(office, 3);
    const [opened] = await office.stores.rounds.open();
    if (opened === undefined) throw new Error('the round is open');
    round = opened;
  });
  afterEach(() => office.close());

  it('is posted once, however often its round is opened', async () => {
    const channel = await office.chooseChannel('Results');
    await Promise.all([tell(), tell()]);
    await office.at('2026-08-17T09:01+08:00');
    await tell();
    await office.at('2026-08-17T09:02+08:00');
    expect(channel.cards).toHaveLength(1);
    expect(channel.lastCard().text).toContain('全部发完了');
  });

  it('waits for a channel to be chosen', async () => {
    await tell();
    await office.at('2026-08-17T09:01+08:00');
    expect(await card()).toMatchObject({ state: 'unreachable', reason: 'no-group-address' });
    const channel = await office.chooseChannel('Results');
    await office.at('2026-08-17T09:02+08:00');
    expect(channel.lastCard().text).toContain('已发给 3 人，共 3 人');
  });

  it('is not sent any more when its round is closed', async () => {
    await tell();
    await office.at('2026-08-17T09:01+08:00');
    await office.at(t1Over);
    const channel = await office.chooseChannel('Results');
    await office.at('2026-08-31T09:01+08:00');
    expect((await card())?.state).toBe('obsolete');
    expect(channel.cards.filter(({ text }) => text.includes('问卷发送'))).toEqual([]);
  });

  it('says what could not be sent before the round closed, and is left alone from then on', async () => {
    const channel = await office.chooseChannel('Results');
    const [first] = await office.stores.visits.ofRound(round.id);
    if (first === undefined) throw new Error('somebody is asked');
    const subject = { kind: 'invitation', visit: 'too late' as VisitId } as const;
    const late = { subject, recipient: { person: first.person }, lane: round.id };
    const notBefore = new Date(round.dueAt.getTime() + 1);
    await office.stores.deliveries.plan([{ ...late, notBefore, until: round.dueAt }]);
    await tell();
    await office.at('2026-08-17T09:01+08:00');
    expect(channel.lastCard('问卷发送').text).toMatch(/等待发送\n1/);
    await office.at(t1Over);
    await office.at('2026-08-31T09:01+08:00');
    expect(channel.lastCard('问卷发送').text).toMatch(/不用再发\n1\n能发的都发完了/);
    const before = updates();
    expect(await showProgress(deps())).toBe(0);
    await updateShown({ ...deps(), updateEveryMs: 0 });
    expect(updates()).toBe(before);
  });

  it('is brought up to date by another process when the one that saw a change died', async () => {
    const channel = await office.chooseChannel('Results');
    const late = participant(4, sellingCourse);
    await tell();
    await deliverDue(deps());
    const before = updates();
    await office.imports([late]);
    await office.person({ name: late.name, email: late.email });
    await deliverDue(deps());
    // It asked for the update, and then it died.
    expect(await showProgress(deps())).toBe(1);
    expect(updates()).toBe(before);
    expect(await showProgress(deps())).toBe(0);
    expect(await updateShown({ ...deps(), owner: 'another', updateEveryMs: 0 })).toBe(1);
    expect(channel.lastCard('问卷发送').text).toContain('已发给 4 人，共 4 人');
    expect(updates()).toBe(before + 1);
  });
});
