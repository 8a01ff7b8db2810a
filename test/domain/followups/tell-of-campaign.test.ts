import { describe, expect, it } from 'vitest';
import { isLongCampaign } from '../../../src/domain/followups/tell-of-campaign.ts';

const sending = (requestsPerSecond: number) => ({ requestsPerSecond, campaignSpreadSeconds: 0 });

describe('a campaign that staff follow on a card', () => {
  it('has 200 people or more', () => {
    expect(isLongCampaign(200, sending(45))).toBe(true);
    expect(isLongCampaign(199, sending(45))).toBe(false);
  });

  it('or takes a minute at the rate of the tenant', () => {
    expect(isLongCampaign(60, sending(1))).toBe(true);
    expect(isLongCampaign(59, sending(1))).toBe(false);
  });

  it('goes by its people where there is no limit', () => {
    expect(isLongCampaign(200, sending(0))).toBe(true);
    expect(isLongCampaign(199, sending(0))).toBe(false);
  });
});
