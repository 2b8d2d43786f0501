import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;

/**
 * The same count in Kafka Streams: each answer once (a store of ids drops the second), into the day cell of every unit of its path and the hour cell of its own.
 * Arguments: brokers, topic, application id, state folder, `rocksdb` or `memory`. Prints the number of answers counted, five times a second; at the line `total` on
 * standard input the sum over the cells of the topmost unit, from the stores.
 */
public final class Scorer {
  private static final int SCORES = 11;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong COUNTED = new AtomicLong();

  /** Drops what came before, and spreads the rest over its cells: key and score. */
  private static final class Spread extends ContextualProcessor<String, byte[], String, Integer> {
    private KeyValueStore<String, byte[]> seen;
    private static final byte[] YES = {1};

    @Override
    public void init(ProcessorContext<String, Integer> context) {
      super.init(context);
      seen = context.getStateStore("seen");
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (seen.putIfAbsent(record.key(), YES) != null) return;
      for (KeyValue<String, Integer> cell : cellsOf(record.value())) context().forward(record.withKey(cell.key).withValue(cell.value));
    }
  }

  private static List<KeyValue<String, Integer>> cellsOf(byte[] value) {
    try {
      JsonNode after = JSON.readTree(value).get("after");
      int score = after.get("score").asInt();
      String what = after.get("measure").asText() + '|' + after.get("programme").asText() + '|' + after.get("touchpoint").asText() + '|';
      String day = after.get("day").asText();
      JsonNode path = after.get("path");
      List<KeyValue<String, Integer>> cells = new ArrayList<>(path.size() + 1);
      for (JsonNode unit : path) cells.add(KeyValue.pair("day|" + what + unit.asText() + '|' + day, score));
      cells.add(KeyValue.pair("hour|" + what + path.get(path.size() - 1).asText() + '|' + day + '|' + after.get("hour").asInt(), score));
      return cells;
    } catch (java.io.IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Counts by score, as eleven longs. */
  private static byte[] count(String cell, int score, byte[] before, String top) {
    byte[] after = before.clone();
    ByteBuffer counts = ByteBuffer.wrap(after);
    counts.putLong(score * Long.BYTES, counts.getLong(score * Long.BYTES) + 1);
    if (cell.startsWith("day|") && cell.contains(top)) COUNTED.incrementAndGet();
    return after;
  }

  private static Materialized<String, byte[], KeyValueStore<Bytes, byte[]>> cells(boolean memory) {
    KeyValueBytesStoreSupplier supplier = memory ? Stores.inMemoryKeyValueStore("cells") : Stores.persistentKeyValueStore("cells");
    return Materialized.<String, byte[]>as(supplier).withKeySerde(Serdes.String()).withValueSerde(Serdes.ByteArray()).withCachingEnabled().withLoggingEnabled(Map.of("compression.type", "lz4"));
  }

  private static long total(KafkaStreams streams, String top) {
    long sum = 0;
    var store = streams.store(StoreQueryParameters.fromNameAndType("cells", QueryableStoreTypes.<String, byte[]>keyValueStore()));
    try (var all = store.all()) {
      while (all.hasNext()) {
        var cell = all.next();
        if (!cell.key.startsWith("day|") || !cell.key.contains(top)) continue;
        ByteBuffer counts = ByteBuffer.wrap(cell.value);
        for (int score = 0; score < SCORES; score++) sum += counts.getLong(score * Long.BYTES);
      }
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    String top = "|bank|";
    boolean memory = args[4].equals("memory");
    Properties settings = new Properties();
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, args[2]);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, args[3]);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 256L << 20);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    settings.put(StreamsConfig.consumerPrefix("max.poll.records"), 10_000);
    settings.put(StreamsConfig.consumerPrefix("max.partition.fetch.bytes"), 2 << 20);
    settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    settings.put(StreamsConfig.producerPrefix("linger.ms"), 100);
    settings.put(StreamsConfig.producerPrefix("batch.size"), 256 << 10);
    settings.put(StreamsConfig.producerPrefix("buffer.memory"), 64L << 20);

    StreamsBuilder builder = new StreamsBuilder();
    var seen = memory ? Stores.inMemoryKeyValueStore("seen") : Stores.persistentKeyValueStore("seen");
    builder.addStateStore(Stores.keyValueStoreBuilder(seen, Serdes.String(), Serdes.ByteArray()).withCachingEnabled().withLoggingEnabled(Map.of("compression.type", "lz4")));
    builder.stream(args[1], Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .process(Spread::new, "seen")
        .groupByKey(Grouped.with("cells", Serdes.String(), Serdes.Integer()))
        .aggregate(() -> new byte[SCORES * Long.BYTES], (cell, score, counts) -> count(cell, score, counts, top), cells(memory));

    KafkaStreams streams = new KafkaStreams(builder.build(settings), settings);
    streams.setUncaughtExceptionHandler(error -> {
      error.printStackTrace();
      return org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
    });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(Duration.ofSeconds(20))));
    Thread questions = new Thread(() -> {
      try (var in = new java.util.Scanner(System.in)) {
        while (in.hasNextLine()) if (in.nextLine().equals("total")) System.out.println("total " + total(streams, top));
      }
    });
    questions.setDaemon(true);
    streams.start();
    questions.start();
    while (streams.state() != KafkaStreams.State.NOT_RUNNING && streams.state() != KafkaStreams.State.ERROR) {
      System.out.println("counted " + COUNTED.get());
      Thread.sleep(200);
    }
  }
}
