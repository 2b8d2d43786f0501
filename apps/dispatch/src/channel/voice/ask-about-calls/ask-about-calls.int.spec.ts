import { CatalogCopy } from '@candor/catalog-copy';
import { Outbox } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { PhoneCompany, type PlacedCall } from '../../../../test/phone-company.ts';
import { newId, startDispatch, visit, type Dispatch } from '../../../../test/start-dispatch.ts';
import { readConfig } from '../../../config.ts';
import { TakeCall } from '../take-call/take-call.ts';
import { voiceSettings } from '../voice-settings.ts';
import { AskAboutCalls } from './ask-about-calls.ts';

let company: PhoneCompany;
let dispatch: Dispatch;
beforeAll(async () => {
  company = await PhoneCompany.start();
  dispatch = await startDispatch({ env: company.env });
  company.service = dispatch.app.baseUrl;
});
afterAll(async () => {
  await dispatch?.close();
  await company?.close();
});

/** Asks as if so many minutes had passed. */
async function askAfter(minutes: number): Promise<number> {
  const { app } = dispatch.app;
  const settings = voiceSettings(readConfig(dispatch.env))!;
  const ask = new AskAboutCalls(app.get(DataSource), settings, new TakeCall(settings, app.get(Outbox), app.get(CatalogCopy)));
  return (await ask.turn(new Date(Date.now() + minutes * 60_000))).done;
}
let last = 2_000_000;
async function called(): Promise<{ call: PlacedCall; invitation: string }> {
  const [id, number] = [newId('lost'), `+97250${(last += 7)}`];
  await dispatch.post(visit(id, { touchpoint: 'call' }, { phone: number, consent: { voice: true } }));
  const call = await eventually('a call', () => company.to(number)[0]);
  return { call, invitation: (await dispatch.outcome(id)).invitation.id };
}
const statusOf = async (invitation: string) => (await dispatch.sql<{ status: string }>('SELECT status FROM invitation WHERE id = $1', [invitation]))[0]?.status;

describe('a call whose end nobody told', () => {
  it('is asked about after ten minutes, not before, and made again if it reached nobody', async () => {
    const { call, invitation } = await called();
    call.status = 'no-answer';
    expect(await askAfter(9)).toBe(0);
    expect(await askAfter(11)).toBe(1);
    expect(await statusOf(invitation)).toBe('issued');
    expect(await askAfter(13)).toBe(0);
  });

  it('is left alone while it goes on', async () => {
    const { call, invitation } = await called();
    await call.answer();
    call.status = 'in-progress';
    expect(await askAfter(11)).toBe(1);
    expect(await dispatch.sql('SELECT stage FROM call WHERE provider_id = $1', [call.sid])).toEqual([{ stage: 'picked-up' }]);
    call.status = 'completed';
    await askAfter(12);
    expect(await dispatch.sql('SELECT stage, ending FROM call WHERE provider_id = $1', [call.sid])).toEqual([{ stage: 'over', ending: 'answered' }]);
    expect(await statusOf(invitation)).toBe('sent');
  });

  it('is made again if our door was shut when it was answered: nobody has heard anything', async () => {
    const { call, invitation } = await called();
    call.status = 'completed';
    await askAfter(11);
    expect(await statusOf(invitation)).toBe('issued');
  });
});
