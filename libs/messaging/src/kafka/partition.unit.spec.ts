import kafkajs from 'kafkajs';
import { partitionOf } from './partition.ts';

/** Murmur2 as in Kafka's own UtilsTest, made positive, modulo the partitions. */
test.each([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
])('the key %s is in the partition where the Java client puts it', (key, hash) => {
  for (const partitions of [1, 6, 7, 30]) expect(partitionOf(key, partitions)).toBe((hash & 0x7fffffff) % partitions);
});

test('every length of key, and those of more than ASCII, are where the client library would put them', () => {
  const theirs = kafkajs.Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: 30 }, (_, partitionId) => ({ partitionErrorCode: 0, partitionId, leader: 0, replicas: [], isr: [] }));
  for (let length = 0; length < 70; length++) {
    for (const sign of ['k', 'ש', '€', '\u{1f600}', '|7']) {
      const key = sign.repeat(length) + length;
      expect(partitionOf(key, 30)).toBe(theirs({ topic: '', partitionMetadata, message: { key: Buffer.from(key), value: null } }));
    }
  }
});
