#include <cairo.h>
#include <cmath>
#include <librsvg/rsvg.h>
#include <memory>
#include <optional>

#include "picture/picture.h"

namespace nianbao::picture {
namespace {

/// Longest side cairo can hold.
constexpr double longest_side = 32767;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* thing) const {
    release(thing);
  }
};
using Drawing = std::unique_ptr<RsvgHandle, Release<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

Wording taken(GError* error) {
  const std::string words = error == nullptr ? "" : error->message;
  g_clear_error(&error);
  return {"不能转换成 PNG：" + words, "cannot be made into a PNG: " + words};
}

struct Size {
  double width = 0, height = 0;
};

std::optional<Size> size_of(RsvgHandle* drawing) {
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(drawing, &has_width, &width, &has_height, &height, &has_box, &box);
  if (!has_box || !(box.width > 0) || !(box.height > 0)) return {};
  return Size{box.width, box.height};
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Png png_of(std::string_view svg, double scale) {
  GError* error = nullptr;
  const Drawing drawing(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (drawing == nullptr) return {"", taken(error)};
  const auto size = size_of(drawing.get());
  if (!size) return {"", {"图没有 viewBox", "the drawing has no view box"}};
  const double width = std::ceil(size->width * scale), height = std::ceil(size->height * scale);
  if (!(width >= 1 && height >= 1 && width <= longest_side && height <= longest_side))
    return {"", {"图太大，不能存成 PNG", "the drawing is too large for a PNG"}};

  // Without an alpha channel: a picture pasted on a dark page stays readable.
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  const Pen pen(cairo_create(surface.get()));
  cairo_set_source_rgb(pen.get(), 1, 1, 1);
  cairo_paint(pen.get());
  const RsvgRectangle all{0, 0, width, height};
  if (!rsvg_handle_render_document(drawing.get(), pen.get(), &all, &error)) return {"", taken(error)};
  Png png;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &png.bytes);
  if (status == CAIRO_STATUS_SUCCESS) return png;
  const std::string words = cairo_status_to_string(status);
  return {"", {"不能转换成 PNG：" + words, "cannot be made into a PNG: " + words}};
}

}  // namespace nianbao::picture
