package org.zhiqiao.platform.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableAsync
class NotificationConfiguration {

	private static final Logger log = LoggerFactory.getLogger(NotificationConfiguration.class);

	@Bean
	@Profile("!demo")
	@ConditionalOnProperty("spring.mail.host")
	OutboxSender outboxSender(OutboxRepository outbox, JavaMailSender server, NotificationSettings settings,
			Clock clock) {
		return new OutboxSender(outbox, postman(server, settings), settings, clock);
	}

	@Bean
	@Profile("!demo")
	ApplicationRunner mailCheck(ObjectProvider<OutboxSender> sender) {
		return _ -> {
			if (sender.getIfAvailable() == null) {
				log.warn("No mail leaves the platform: SPRING_MAIL_HOST is not set. Mail waits in the outbox.");
			}
		};
	}

	static Postman postman(JavaMailSender server, NotificationSettings settings) {
		return mail -> server.send(message -> {
			var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
			helper.setFrom(settings.sender());
			helper.setTo(mail.recipient());
			helper.setSubject(mail.subject());
			helper.setText(mail.text());
			for (Map.Entry<String, String> header : mail.headers().entrySet()) {
				message.setHeader(header.getKey(), header.getValue());
			}
		});
	}

}
