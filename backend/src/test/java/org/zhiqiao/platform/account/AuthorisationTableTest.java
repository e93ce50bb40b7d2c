package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That the guard itself notices. */
class AuthorisationTableTest {

	private final AuthorisationTable.Endpoint known = new AuthorisationTable.Endpoint("GET", "/api/known");

	private final AuthorisationTable.Endpoint other = new AuthorisationTable.Endpoint("PUT", "/api/known");

	@Test
	void noticesAnEndpointWithoutARowAndARowWithoutAnEndpoint() {
		var table = new AuthorisationTable(Map.of(this.known, List.of()));
		assertThat(table.missing(Set.of(this.known, this.other))).containsExactly(this.other);
		assertThat(table.stale(Set.of(this.other))).containsExactly(this.known);
	}

	@Test
	void tellsRightsFromFailures() {
		assertThat(AuthorisationTable.fits("ok", 404)).isTrue();
		assertThat(AuthorisationTable.fits("ok", 403)).isFalse();
		assertThat(AuthorisationTable.fits("ok", 500)).isFalse();
		assertThat(AuthorisationTable.fits("ok", 503)).isTrue();
		assertThat(AuthorisationTable.fits("own", 403)).isTrue();
		assertThat(AuthorisationTable.fits("own", 401)).isFalse();
		assertThat(AuthorisationTable.fits("403", 404)).isFalse();
		assertThat(AuthorisationTable.fits("401", 401)).isTrue();
	}

}
