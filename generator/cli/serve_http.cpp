#include "cli/serve_http.h"

#include <algorithm>
#include <httplib.h>
#include <thread>

#include "cli/serve_files.h"
#include "cli/serve_page.h"

namespace nianbao::cli {
namespace {

/// Each open page holds one thread for its events.
constexpr std::size_t threads = 32;
/// Often enough that a closed page gives its thread back soon.
constexpr auto heartbeat = std::chrono::seconds(5);

/// "127.0.0.1:8000" and "[::1]:8000" without the port.
std::string_view without_port(std::string_view host) {
  if (host.starts_with("[")) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

bool is_numeric_address(std::string_view host) {
  return host.find(':') != std::string_view::npos ||
         std::all_of(host.begin(), host.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Through a provider, because a body would be compressed anew for every request.
void set_body(httplib::Response& response, std::string body, const std::string& type) {
  if (body.empty()) return response.set_content(body, type);
  const std::size_t size = body.size();
  response.set_content_provider(
      size, type, [body = std::move(body)](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        return sink.write(body.data() + offset, length);
      });
}

/// Only SO_REUSEADDR: with the library's SO_REUSEPORT two previews would share a port and take turns.
void let_port_be_used_again_at_once(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

bool is_own_host(std::string_view host_header, std::string_view listening_on) {
  const std::string_view host = without_port(host_header);
  return is_numeric_address(host) || host == "localhost" || host.ends_with(".localhost") ||
         host == listening_on;
}

struct PreviewServer::Implementation {
  std::filesystem::path site;
  std::string host;
  const Preview& preview;
  Language language;
  httplib::Server server;
  std::thread thread;

  void set_up();
  void answer(const httplib::Request& request, httplib::Response& response) const;
  void send_events(httplib::Response& response) const;
};

void PreviewServer::Implementation::set_up() {
  using Routing = httplib::Server::HandlerResponse;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  server.set_socket_options(let_port_be_used_again_at_once);
  server.set_tcp_nodelay(true);
  server.set_default_headers({{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}});
  server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    if (is_own_host(request.get_header_value("Host"), host)) return Routing::Unhandled;
    response.status = 403;
    response.set_content("403 Host\n", "text/plain; charset=utf-8");
    return Routing::Handled;
  });
  server.Get(std::string(live_script_address), [](const httplib::Request&, httplib::Response& response) {
    set_body(response, std::string(live_script()), std::string(mime_type(".js")));
  });
  server.Get(std::string(live_events_address),
             [this](const httplib::Request&, httplib::Response& response) { send_events(response); });
  server.Get("/.*", [this](const httplib::Request& request, httplib::Response& response) {
    answer(request, response);
  });
}

void PreviewServer::Implementation::answer(const httplib::Request& request,
                                           httplib::Response& response) const {
  // Before the file is read: a page that is newer than its number only loads itself once more.
  const std::string build = preview.state().build;
  if (build.empty()) {
    response.status = 503;
    return set_body(response, with_live_script(page_without_site(language), build),
                    std::string(mime_type(".html")));
  }
  FileAnswer file = answer_file(site, request.path);
  response.status = file.status;
  if (!file.location.empty()) return response.set_header("Location", file.location);
  if (file.is_html() && file.status == 404) file.body = as_seen_from_root(std::move(file.body));
  if (file.is_html()) file.body = with_live_script(std::move(file.body), build);
  set_body(response, std::move(file.body), file.type);
}

void PreviewServer::Implementation::send_events(httplib::Response& response) const {
  std::uint64_t sent = 0;
  response.set_chunked_content_provider(
      "text/event-stream", [this, sent](std::size_t, httplib::DataSink& sink) mutable {
        const PreviewState state = preview.state();
        const std::string event = state.serial == sent ? ": \n\n" : event_of(state);
        sent = state.serial;
        if (!sink.write(event.data(), event.size())) return false;
        if (!preview.wait(sent, heartbeat)) sink.done();
        return true;
      });
}

PreviewServer::PreviewServer(std::filesystem::path site, std::string host, const Preview& preview,
                             Language language)
    : implementation_(new Implementation{std::move(site), std::move(host), preview, language, {}, {}}) {
  implementation_->set_up();
}

PreviewServer::~PreviewServer() {
  if (!implementation_->thread.joinable()) return;
  implementation_->server.stop();
  implementation_->thread.join();
}

int PreviewServer::bind(int port) {
  errno = 0;
  httplib::Server& server = implementation_->server;
  if (port == 0) return std::max(0, server.bind_to_any_port(implementation_->host));
  return server.bind_to_port(implementation_->host, port) ? port : 0;
}

void PreviewServer::start() {
  implementation_->thread = std::thread([this] { implementation_->server.listen_after_bind(); });
  // stop() before the thread listens would be lost.
  while (!implementation_->server.is_running()) std::this_thread::yield();
}

}  // namespace nianbao::cli
