import { MACHINE_SPEECH } from '../voice/prompts.ts';
import { ALL_VOICE_WORDS } from '../voice/words/index.ts';
import { previewCall } from './preview-call.ts';

const asked = { programme: 'transactional', audience: 'customers' as const, language: 'en', brand: 'Meridian Bank', reminder: 0 };
const set = { from: '+97233700100', talkTo: '+97233700101', speech: MACHINE_SPEECH };
const stepsOf = (settings?: typeof set) => new Map(previewCall(asked, settings).voice!.steps.map((one) => [one.kind, one]));

it('opens with who is calling, how to stop it and that it is recorded, and says how to press ten', () => {
  const opening = stepsOf(set).get('opening')!;
  expect(opening.says.map((text) => /Meridian Bank.*one question|star and then nine|recorded|recommend|just star/.exec(text)?.[0] !== undefined)).toEqual([true, true, true, true, true]);
  expect(opening).toMatchObject({ then: 'keys', keys: ['0-10', '*', '*9'] });
});

it('puts a detractor through where there is somebody, and promises a call where there is nobody', () => {
  expect(stepsOf(set).get('talk')).toMatchObject({ then: 'put-through' });
  expect(stepsOf(set).get('nobody-free')).toMatchObject({ then: 'record' });
  const alone = stepsOf();
  expect([alone.get('talk')!.then, alone.has('nobody-free')]).toEqual(['record', false]);
});

it('has every step in every language of the survey, without a hole', () => {
  for (const { language } of ALL_VOICE_WORDS) {
    const { voice, language: tag } = previewCall({ ...asked, language, reminder: 1 }, set);
    expect(tag).toBe(language);
    expect(voice!.steps.filter(({ says }) => says.length === 0 || says.some((text) => text.includes('{{')))).toEqual([]);
  }
});
