import { expect, test } from 'vitest';
import { updateShown } from '../../../src/domain/deliveries/update-shown.ts';
import type { PersonId } from '../../../src/domain/kernel/ids.ts';
import { byTest } from '../../support/by-test.ts';
import { startOffice } from '../../support/office-under-test.ts';
import { participant } from '../../support/roster-lines.ts';
import { sellingCourse } from '../../support/selling-course.ts';

test('what staff were shown is brought up to date for whoever still is staff, and for nobody else', async () => {
  const office = await startOffice();
  const { people, deliveries, trainings } = office.stores;
  const shown: PersonId[] = [];
  for (const name of ['vera', 'walt']) {
    const member = await office.person({ name, email: `${name}@contoso.example` });
    // Met before they hold a role: an account that comes to somebody who does is held.
    await member.says('/help');
    const { id } = await people.appear(member.email, name);
    await people.grant(id, { role: 'trainingStaff' }, byTest);
    shown.push(id);
  }
  // Nobody of this roster has the bot: staff are told.
  await office.imports([participant(1, sellingCourse)]);
  await office.at('2026-08-14T10:05+08:00');
  const [training] = await trainings.all();
  const cards = (await deliveries.shownNotSaying('roster-gaps', 'news')).filter(
    ({ subject, recipient }) =>
      subject.training === training?.code && 'person' in recipient && shown.includes(recipient.person),
  );
  expect(cards).toHaveLength(2);

  const [, walt] = shown;
  await people.revoke(walt ?? expect.fail(), { role: 'trainingStaff' }, byTest);
  for (const card of cards) await deliveries.wantUpdate(card);
  const before = office.tenant.counts.byOperation.update ?? 0;
  await updateShown({ ...office.running.deps, updateEveryMs: 0 });
  expect((office.tenant.counts.byOperation.update ?? 0) - before).toBe(1);
  await office.close();
});
