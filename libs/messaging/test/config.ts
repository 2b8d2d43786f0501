/** What a test hands to the processes it starts. */
const given = (name: string): string => process.env[name] ?? '';

export const config = Object.freeze({
  databaseUrl: given('DATABASE_URL'),
  brokers: given('KAFKA_BROKERS').split(','),
  topicPrefix: given('TOPIC_PREFIX'),
  /** What is to happen to the relay. */
  mishap: given('MISHAP'),
});
