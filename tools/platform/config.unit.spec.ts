import { readSettings } from './config.ts';

test('without any variable: port 8080, data in .stack of the checkout, demo on', () => {
  expect(readSettings('/checkout', {})).toMatchObject({
    port: 8080, home: '/checkout/.stack', demo: true, apiKey: null, publicUrl: 'http://localhost:8080', database: 'candor', topicPrefix: '',
  });
});

test('a relative CANDOR_HOME counts from the checkout, and the port shows in the address', () => {
  expect(readSettings('/checkout', { CANDOR_HOME: 'elsewhere', PORT: '9000' })).toMatchObject({ home: '/checkout/elsewhere', publicUrl: 'http://localhost:9000' });
});

test.each([
  [{ PORT: '80a' }, 'PORT is not a port'],
  [{ PORT: '70000' }, 'PORT is not a port'],
  [{ CANDOR_DEMO: 'yes' }, 'CANDOR_DEMO is neither on nor off'],
  [{ CANDOR_API_KEY: 'with space' }, 'CANDOR_API_KEY cannot be sent'],
  [{ CANDOR_DATABASE: 'x; drop' }, 'CANDOR_DATABASE is not a name'],
])('a wrong value is refused in one line that names the variable: %j', (env, message) => {
  expect(() => readSettings('/checkout', env)).toThrow(message);
  expect(() => readSettings('/checkout', env)).toThrow(/^[^\n]+: [^\n]+$/);
});
