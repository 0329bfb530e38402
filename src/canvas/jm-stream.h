/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what another program hands over, but no more than is good for us. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void    jm_stream_read_async  (GInputStream         *stream,
                               gsize                 most,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
GBytes *jm_stream_read_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
