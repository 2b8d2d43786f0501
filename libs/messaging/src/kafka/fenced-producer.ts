import type { Kafka, Producer, ProducerConfig } from 'kafkajs';

interface Broker {
  initProducerId(request: { transactionalId?: string | undefined; transactionTimeout: number }): Promise<{ producerId: number; producerEpoch: number }>;
}
/** The part of kafkajs' cluster that its idempotent producer asks for an id and an epoch. */
interface Cluster {
  findControllerBroker(): Promise<Broker>;
  findGroupCoordinator(asked: { groupId: string; coordinatorType: number }): Promise<Broker>;
}
type Client<C = Cluster> = Record<symbol, (options: unknown) => C>;

const TRANSACTION_COORDINATOR = 1;

/**
 * An idempotent producer whose epoch is kept by the brokers under a name: each `connect` under that name raises it, and a partition that has a batch of the
 * raised epoch refuses every batch of an earlier one (`INVALID_PRODUCER_EPOCH`), also outside of transactions. kafkajs 2.2.4 asks for such an epoch only
 * where it also opens transactions, which take two more round trips per batch; this gives the epoch to its plain idempotent producer.
 * @throws if kafkajs is built otherwise
 */
export function fencedProducer(kafka: Kafka, name: string, config: ProducerConfig): Producer {
  const symbol = createClusterOf(kafka);
  const client = Object.create(kafka) as Kafka;
  (client as unknown as Client)[symbol] = (options) => {
    const cluster = (kafka as unknown as Client)[symbol]!(options);
    cluster.findControllerBroker = async () => {
      const coordinator = await cluster.findGroupCoordinator({ groupId: name, coordinatorType: TRANSACTION_COORDINATOR });
      return { initProducerId: ({ transactionTimeout }) => coordinator.initProducerId({ transactionalId: name, transactionTimeout }) };
    };
    return cluster;
  };
  return client.producer({ ...config, idempotent: true });
}

/** What kafkajs' own producers and consumers speak to the brokers with, for requests that it has no public function for. @throws if kafkajs is built otherwise */
export function clusterOf<C>(kafka: Kafka): C {
  return (kafka as unknown as Client<C>)[createClusterOf(kafka)]!({ metadataMaxAge: 300_000, allowAutoTopicCreation: false });
}

function createClusterOf(kafka: Kafka): symbol {
  const symbol = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === 'private:Kafka:createCluster');
  if (!symbol) throw new Error('This version of kafkajs makes its clusters otherwise: what is built on them must be adapted');
  return symbol;
}
