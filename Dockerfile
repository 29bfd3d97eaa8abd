# The image of Poscart: docker build -t poscart .
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -DskipTests package \
 && mkdir /dist \
 && tar -xzf distribution/target/poscart-*.tar.gz -C /dist --strip-components=1

FROM eclipse-temurin:21-jre
COPY --from=build /dist /opt/poscart
# Class data of this Java; the service could not write it below a read-only root.
RUN /opt/poscart/bin/prepare-class-data \
 && mkdir /var/lib/poscart && chown 10001:10001 /var/lib/poscart
ENV DATA_DIR=/var/lib/poscart HOST=0.0.0.0 PORT=8003
USER 10001:10001
WORKDIR /var/lib/poscart
VOLUME /var/lib/poscart
EXPOSE 8003
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["/opt/poscart/bin/poscart", "health"]
ENTRYPOINT ["/opt/poscart/bin/poscart"]
