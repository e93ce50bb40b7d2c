package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

/** Every endpoint of the running application, called by nobody and by each role. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnDatabase(Engine.H2)
class AuthorisationModuleTest {

	private static final String PASSWORD = "copper kettle at dawn";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Accounts accounts;

	private final AuthorisationTable table = AuthorisationTable.load();

	@Test
	void hasARowForEachEndpointAndAnEndpointForEachRow() {
		Set<AuthorisationTable.Endpoint> running = new TreeSet<>(running().keySet());
		assertThat(this.table.missing(running)).as("endpoints without a row").isEmpty();
		assertThat(this.table.stale(running)).as("rows without an endpoint").isEmpty();
	}

	@Test
	void hasItsRightsWrittenAtEachHandler() {
		for (RequestMappingInfoHandlerMapping mapping : mappings()) {
			mapping.getHandlerMethods()
					.values()
					.stream()
					.filter(handler -> handler.getBeanType().getName().startsWith("org.zhiqiao."))
					.forEach(handler -> assertThat(rights(handler)).as(handler.toString()).isTrue());
		}
	}

	@TestFactory
	List<DynamicTest> answersEachRoleAsWritten() {
		Map<AuthorisationTable.Endpoint, RequestMappingInfo> running = running();
		return java.util.stream.IntStream.range(0, AuthorisationTable.COLUMNS).mapToObj(column -> {
			String who = AuthorisationTable.columns().get(column);
			return DynamicTest.dynamicTest(who, () -> check(column, who, running));
		}).toList();
	}

	private void check(int column, String who, Map<AuthorisationTable.Endpoint, RequestMappingInfo> running) {
		var wrong = new TreeSet<String>();
		Browser browser = signedIn(who);
		for (var row : this.table.rows().entrySet()) {
			RequestMappingInfo info = running.get(row.getKey());
			if (info == null) {
				continue;
			}
			String expected = row.getValue().get(column);
			if (endless(info)) {
				int status = opened(browser, row.getKey().path());
				if (!AuthorisationTable.fits(expected, status)) {
					wrong.add(row.getKey() + " expected " + expected + ": " + status);
				}
				continue;
			}
			Answer answer = call(browser, row.getKey(), info);
			if (!AuthorisationTable.fits(expected, answer.status())) {
				wrong.add(row.getKey() + " expected " + expected + ": " + answer);
			}
			if ((!row.getKey().method().equals("GET") && row.getKey().path().startsWith("/api/session"))
					|| row.getKey().path().startsWith("/api/account/sessions")) {
				browser = signedIn(who);
			}
		}
		assertThat(wrong).as(who).isEmpty();
	}

	private static boolean endless(RequestMappingInfo info) {
		return info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
	}

	private static int opened(Browser browser, String path) {
		HttpResponse<InputStream> answer = browser.open(path);
		try {
			answer.body().close();
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return answer.statusCode();
	}

	private Browser signedIn(String who) {
		var browser = new Browser(this.port);
		if (who.equals("anonymous")) {
			return browser;
		}
		String email = who.toLowerCase(Locale.ROOT) + "@example.org";
		if (this.accounts.findByEmail(email).isEmpty()) {
			this.accounts.createSample(new Accounts.NewPerson(email, PASSWORD, who, Locale.ENGLISH,
					EnumSet.of(Role.valueOf(who)), who.equals("CITY_OFFICER") ? "hefei" : null));
		}
		return browser.signIn(email, PASSWORD);
	}

	private static Answer call(Browser browser, AuthorisationTable.Endpoint endpoint, RequestMappingInfo info) {
		String method = endpoint.method().equals("ANY") ? "GET" : endpoint.method();
		String path = endpoint.path().replace("/**", "").replaceAll("\\{\\*?[^}]+}", "999999");
		boolean upload = info.getConsumesCondition()
				.getConsumableMediaTypes()
				.stream()
				.anyMatch(MediaType.MULTIPART_FORM_DATA::equals);
		if (upload) {
			return browser.upload(path, "made-up.txt", new byte[0], Map.of());
		}
		return browser.send(method, path, method.equals("GET") || method.equals("DELETE") ? null : Map.of());
	}

	private Map<AuthorisationTable.Endpoint, RequestMappingInfo> running() {
		var running = new TreeMap<AuthorisationTable.Endpoint, RequestMappingInfo>();
		for (RequestMappingInfoHandlerMapping mapping : mappings()) {
			for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
				Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
				for (String path : info.getPatternValues()) {
					if (methods.isEmpty()) {
						running.put(new AuthorisationTable.Endpoint("ANY", path), info);
					}
					methods.forEach(
							method -> running.put(new AuthorisationTable.Endpoint(method.name(), path), info));
				}
			}
		}
		return running;
	}

	private Iterable<RequestMappingInfoHandlerMapping> mappings() {
		return this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
	}

	private static boolean rights(HandlerMethod handler) {
		return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class);
	}

}
