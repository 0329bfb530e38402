/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every SVG that we write, and what can be read from one. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

typedef xmlDoc SvgDocument;

SvgDocument *svg_parse               (GBytes      *svg);
void         svg_free                (SvgDocument *document);
void         svg_assert_sound        (SvgDocument *document);
guint        svg_count               (SvgDocument *document,
                                      const char  *element);
char        *svg_get_words           (SvgDocument *document);
char        *without_space           (const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SvgDocument, svg_free)
