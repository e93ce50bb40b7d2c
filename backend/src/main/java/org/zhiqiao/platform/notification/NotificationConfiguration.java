package org.zhiqiao.platform.notification;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
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
		return mail -> server.send(message(mail, settings));
	}

	private static SimpleMailMessage message(OutboxRepository.Waiting mail, NotificationSettings settings) {
		var message = new SimpleMailMessage();
		message.setFrom(settings.sender());
		message.setTo(mail.recipient());
		message.setSubject(mail.subject());
		message.setText(mail.text());
		return message;
	}

}
