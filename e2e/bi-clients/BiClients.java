import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.request.retrieve.ODataEntitySetRequest;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.http.BasicAuthHttpClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.format.ContentType;

/** Asks the platform as a BI tool in Java does, and prints what it learned, one `name value` a line. Addresses and secrets come in the environment. */
public final class BiClients {
  public static void main(String[] args) throws Exception {
    odata(System.getenv("ODATA_URL"), System.getenv("API_KEY"), System.getenv("UNIT"));
    jdbc(System.getenv("JDBC_URL"), System.getenv("SQL_USER"), System.getenv("SQL_PASSWORD"), System.getenv("UNIT"));
  }

  private static void odata(String root, String key, String unit) {
    ODataClient client = ODataClientFactory.getClient();
    client.getConfiguration().setHttpClientFactory(new BasicAuthHttpClientFactory("key", key));
    client.getConfiguration().setDefaultPubFormat(ContentType.JSON);
    Edm model = client.getRetrieveRequestFactory().getMetadataRequest(root).execute().getBody();
    List<String> sets = new ArrayList<>();
    for (EdmEntitySet set : model.getEntityContainer().getEntitySets()) sets.add(set.getName());
    System.out.println("sets " + String.join(",", sets));

    URI address = client.newURIBuilder(root).appendEntitySetSegment("Answers")
        .filter(client.getFilterFactory().eq("unit", unit)).orderBy("score desc").select("id", "score", "answered_at").build();
    long pages = 0;
    long rows = 0;
    long sum = 0;
    for (URI next = address; next != null; pages++) {
      ODataEntitySetRequest<ClientEntitySet> request = client.getRetrieveRequestFactory().getEntitySetRequest(next);
      request.setPrefer("odata.maxpagesize=7");
      ClientEntitySet page = request.execute().getBody();
      for (ClientEntity answer : page.getEntities()) {
        rows++;
        sum += ((Number) answer.getProperty("score").getPrimitiveValue().toValue()).longValue();
      }
      next = page.getNext() == null ? null : address.resolve(page.getNext());
    }
    System.out.println("odata " + pages + " " + rows + " " + sum);
  }

  private static void jdbc(String url, String user, String password, String unit) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        PreparedStatement statement = connection.prepareStatement("SELECT sum(n), sum(promoters), sum(detractors) FROM bi.scores WHERE unit = ?")) {
      statement.setString(1, unit);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        System.out.println("jdbc " + row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3));
      }
      try (ResultSet tables = connection.getMetaData().getTables(null, "bi", null, new String[] {"VIEW"})) {
        List<String> views = new ArrayList<>();
        while (tables.next()) views.add(tables.getString("TABLE_NAME"));
        System.out.println("views " + String.join(",", views));
      }
    }
  }
}
