package org.zhiqiao.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** What nobody foresaw. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemHandlerTest {

	private final ProblemHandler handler = new ProblemHandler(
			new ProblemResponses(new Texts(), JsonMapper.builder().build()));

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/overview");

	@Test
	void makesNoIncidentOfAReaderWhoLeft(CapturedOutput log) {
		assertThat(this.handler.unexpected(new IOException("Broken pipe"), this.request)).isNull();
		assertThat(log.getAll()).doesNotContain("Incident");
	}

	@Test
	void keepsWhatHappenedUnderANumberThatTheReaderCanQuote(CapturedOutput log) {
		var answer = this.handler.unexpected(new IllegalStateException("the kettle is empty"), this.request);
		assertThat(answer).isNotNull();
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(String.valueOf(answer.getBody())).doesNotContain("kettle");
		assertThat(log.getAll()).contains("Incident", "/api/overview", "the kettle is empty");
	}

}
