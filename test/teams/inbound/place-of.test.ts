import { describe, expect, it } from 'vitest';
import { inboundActivity } from '../../../src/teams/inbound/activity-shape.ts';
import { placeOf } from '../../../src/teams/inbound/place-of.ts';

const kindOf = (conversation: object, channelData?: object): string =>
  placeOf(
    inboundActivity.parse({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
      from: { id: '29:1' },
      recipient: { id: '28:2' },
      conversation: { id: 'a:1', ...conversation },
      channelData,
    }),
  ).kind;

describe('where somebody speaks', () => {
  it('is private where it is exactly a personal chat', () => {
    expect(kindOf({ conversationType: 'personal' })).toBe('personal');
    expect(kindOf({ conversationType: 'personal', isGroup: false }, { tenant: { id: 't' } })).toBe(
      'personal',
    );
  });

  it.each([
    ['says nothing', {}],
    ['says only that it is a group', { isGroup: true }],
    ['says only that it is none', { isGroup: false }],
    ['is of a kind nobody knows', { conversationType: 'meeting' }],
    ['is spelt otherwise', { conversationType: 'Personal' }],
    ['is empty', { conversationType: '' }],
    ['contradicts itself', { conversationType: 'personal', isGroup: true }],
    ['is a group chat', { conversationType: 'groupChat', isGroup: true }],
  ])('is not private where the activity %s', (_, conversation) => {
    expect(kindOf(conversation)).toBe('group');
  });

  it('is not private where a team or a channel is named, whatever else is said', () => {
    expect(kindOf({ conversationType: 'personal' }, { team: { id: '19:team' } })).toBe('group');
    expect(kindOf({ conversationType: 'personal' }, { channel: { id: '19:channel' } })).toBe('channel');
    expect(kindOf({}, { channel: { id: '19:channel' } })).toBe('channel');
  });
});
