import { eventually } from '@candor/testing';
import { newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

/** Where the mail to this customer says one can unsubscribe. */
async function linkOf(id: string, language = 'en'): Promise<string> {
  await dispatch.post(visit(id, { touchpoint: 'often' }, { language }));
  const mail = await eventually('the mail', () => dispatch.mail.to(`${id}@example.com`)[0]);
  return /^List-Unsubscribe: <http:\/\/localhost:8080(\/u\/[0-9A-Za-z]{22})>/m.exec(mail.raw)?.[1] ?? '';
}

describe('/u/{token}', () => {
  it('shows a page in the language of the mail that changes nothing by itself', async () => {
    const id = newId('page');
    const link = await linkOf(id, 'he');
    const page = await dispatch.app.call('GET', link);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toMatch(/<html lang="he" dir="rtl">/);
    expect(page.text).toContain('<form method="post"><button type="submit">');
    expect(page.text).not.toContain(`${id}@example.com`);
    expect(await dispatch.sql('SELECT 1 FROM suppression WHERE address = $1', [`${id}@example.com`])).toEqual([]);
  });

  it.each([
    ['one click, as a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['one click, in parts', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
    ['the button of the page', 'application/x-www-form-urlencoded', ''],
  ])('takes %s, without a redirect and without a cookie; again changes nothing', async (_, type, body) => {
    const id = newId('click');
    const link = await linkOf(id);
    for (let times = 0; times < 2; times++) {
      const answer = await dispatch.app.call('POST', link, { headers: { 'content-type': type }, body });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('We will not send questions');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(await dispatch.sql('SELECT channel, reason FROM suppression WHERE address = $1', [`${id}@example.com`])).toEqual([{ channel: 'email', reason: 'opted-out' }]);
  });

  it('holds for the address, whoever uses it and however it is written', async () => {
    const id = newId('shared');
    await dispatch.app.call('POST', await linkOf(id));
    await dispatch.post(visit(`${id}-2`, { touchpoint: 'often' }, { id: 'C-somebody-else', email: `${id.toUpperCase()}@EXAMPLE.com` }));
    expect(await dispatch.outcome(`${id}-2`)).toMatchObject({ outcome: 'opted-out', reasonCode: 'OPTED_OUT' });
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(1);
  });

  it.each(['/u/0000000000000000000000', '/u/short', '/u/%00', `/u/${'x'.repeat(400)}`])('does not know %s, and says so in the language asked for', async (path) => {
    for (const method of ['GET', 'POST']) {
      const answer = await dispatch.app.call(method, path, { headers: { 'accept-language': 'ru-RU,ru;q=0.9' } });
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('Эта ссылка не работает');
    }
  });
});
