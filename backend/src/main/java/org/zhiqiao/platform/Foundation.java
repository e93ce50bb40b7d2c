package org.zhiqiao.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Time, chance and how moments are stored: what every feature takes as given. */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class Foundation {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom secureRandom() {
		return new SecureRandom();
	}

	/** MySQL's driver sends a batch row by row unless told to put the rows into one statement. */
	@Bean
	static BeanPostProcessor batches() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:mysql:")) {
					pool.addDataSourceProperty("rewriteBatchedStatements", "true");
				}
				return bean;
			}
		};
	}

	/** Moments are stored as UTC, whatever zone the machine or the database is in. */
	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
		return JdbcCustomConversions.of(dialect, List.of(ToStored.INSTANCE, FromStored.INSTANCE));
	}

	@WritingConverter
	private enum ToStored implements Converter<Instant, LocalDateTime> {

		INSTANCE;

		@Override
		public LocalDateTime convert(Instant moment) {
			return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
		}

	}

	@ReadingConverter
	private enum FromStored implements Converter<LocalDateTime, Instant> {

		INSTANCE;

		@Override
		public Instant convert(LocalDateTime stored) {
			return stored.toInstant(ZoneOffset.UTC);
		}

	}

}
