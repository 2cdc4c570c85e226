<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16">
  <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
    <rules key="trades">
      <rule key="area_50000" symbol="0" label="Trade, seller → buyer: 50,000 mu or more" filter="&quot;area_mu&quot; &gt;= 50000" />
      <rule key="area_20000" symbol="1" label="Trade, seller → buyer: 20,000–50,000 mu" filter="&quot;area_mu&quot; &gt;= 20000 AND &quot;area_mu&quot; &lt; 50000" />
      <rule key="area_5000" symbol="2" label="Trade, seller → buyer: 5,000–20,000 mu" filter="&quot;area_mu&quot; &gt;= 5000 AND &quot;area_mu&quot; &lt; 20000" />
      <rule key="area_0" symbol="3" label="Trade, seller → buyer: below 5,000 mu" filter="&quot;area_mu&quot; &lt; 5000" />
    </rules>
    <symbols>
      <symbol name="0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="ArrowLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="arrow_start_width" type="QString" value="1.6" />
            <Option name="arrow_start_width_unit" type="QString" value="MM" />
            <Option name="arrow_type" type="QString" value="0" />
            <Option name="arrow_width" type="QString" value="1.6" />
            <Option name="arrow_width_unit" type="QString" value="MM" />
            <Option name="head_length" type="QString" value="3.76" />
            <Option name="head_length_unit" type="QString" value="MM" />
            <Option name="head_thickness" type="QString" value="2.34" />
            <Option name="head_thickness_unit" type="QString" value="MM" />
            <Option name="head_type" type="QString" value="0" />
            <Option name="is_curved" type="QString" value="0" />
            <Option name="is_repeated" type="QString" value="0" />
            <Option name="offset" type="QString" value="0" />
            <Option name="offset_unit" type="QString" value="MM" />
            <Option name="ring_filter" type="QString" value="0" />
          </Option>
          <symbol name="@0@0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleFill" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="color" type="QString" value="27,64,121,255" />
                <Option name="joinstyle" type="QString" value="bevel" />
                <Option name="offset" type="QString" value="0,0" />
                <Option name="offset_unit" type="QString" value="MM" />
                <Option name="outline_color" type="QString" value="255,255,255,255" />
                <Option name="outline_style" type="QString" value="solid" />
                <Option name="outline_width" type="QString" value="0.25" />
                <Option name="outline_width_unit" type="QString" value="MM" />
                <Option name="style" type="QString" value="solid" />
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="ArrowLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="arrow_start_width" type="QString" value="1.1" />
            <Option name="arrow_start_width_unit" type="QString" value="MM" />
            <Option name="arrow_type" type="QString" value="0" />
            <Option name="arrow_width" type="QString" value="1.1" />
            <Option name="arrow_width_unit" type="QString" value="MM" />
            <Option name="head_length" type="QString" value="2.96" />
            <Option name="head_length_unit" type="QString" value="MM" />
            <Option name="head_thickness" type="QString" value="1.89" />
            <Option name="head_thickness_unit" type="QString" value="MM" />
            <Option name="head_type" type="QString" value="0" />
            <Option name="is_curved" type="QString" value="0" />
            <Option name="is_repeated" type="QString" value="0" />
            <Option name="offset" type="QString" value="0" />
            <Option name="offset_unit" type="QString" value="MM" />
            <Option name="ring_filter" type="QString" value="0" />
          </Option>
          <symbol name="@1@0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleFill" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="color" type="QString" value="27,64,121,255" />
                <Option name="joinstyle" type="QString" value="bevel" />
                <Option name="offset" type="QString" value="0,0" />
                <Option name="offset_unit" type="QString" value="MM" />
                <Option name="outline_color" type="QString" value="255,255,255,255" />
                <Option name="outline_style" type="QString" value="solid" />
                <Option name="outline_width" type="QString" value="0.25" />
                <Option name="outline_width_unit" type="QString" value="MM" />
                <Option name="style" type="QString" value="solid" />
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="2" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="ArrowLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="arrow_start_width" type="QString" value="0.7" />
            <Option name="arrow_start_width_unit" type="QString" value="MM" />
            <Option name="arrow_type" type="QString" value="0" />
            <Option name="arrow_width" type="QString" value="0.7" />
            <Option name="arrow_width_unit" type="QString" value="MM" />
            <Option name="head_length" type="QString" value="2.32" />
            <Option name="head_length_unit" type="QString" value="MM" />
            <Option name="head_thickness" type="QString" value="1.53" />
            <Option name="head_thickness_unit" type="QString" value="MM" />
            <Option name="head_type" type="QString" value="0" />
            <Option name="is_curved" type="QString" value="0" />
            <Option name="is_repeated" type="QString" value="0" />
            <Option name="offset" type="QString" value="0" />
            <Option name="offset_unit" type="QString" value="MM" />
            <Option name="ring_filter" type="QString" value="0" />
          </Option>
          <symbol name="@2@0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleFill" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="color" type="QString" value="27,64,121,255" />
                <Option name="joinstyle" type="QString" value="bevel" />
                <Option name="offset" type="QString" value="0,0" />
                <Option name="offset_unit" type="QString" value="MM" />
                <Option name="outline_color" type="QString" value="255,255,255,255" />
                <Option name="outline_style" type="QString" value="solid" />
                <Option name="outline_width" type="QString" value="0.25" />
                <Option name="outline_width_unit" type="QString" value="MM" />
                <Option name="style" type="QString" value="solid" />
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol name="3" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="ArrowLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="arrow_start_width" type="QString" value="0.4" />
            <Option name="arrow_start_width_unit" type="QString" value="MM" />
            <Option name="arrow_type" type="QString" value="0" />
            <Option name="arrow_width" type="QString" value="0.4" />
            <Option name="arrow_width_unit" type="QString" value="MM" />
            <Option name="head_length" type="QString" value="1.84" />
            <Option name="head_length_unit" type="QString" value="MM" />
            <Option name="head_thickness" type="QString" value="1.26" />
            <Option name="head_thickness_unit" type="QString" value="MM" />
            <Option name="head_type" type="QString" value="0" />
            <Option name="is_curved" type="QString" value="0" />
            <Option name="is_repeated" type="QString" value="0" />
            <Option name="offset" type="QString" value="0" />
            <Option name="offset_unit" type="QString" value="MM" />
            <Option name="ring_filter" type="QString" value="0" />
          </Option>
          <symbol name="@3@0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleFill" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option name="color" type="QString" value="27,64,121,255" />
                <Option name="joinstyle" type="QString" value="bevel" />
                <Option name="offset" type="QString" value="0,0" />
                <Option name="offset_unit" type="QString" value="MM" />
                <Option name="outline_color" type="QString" value="255,255,255,255" />
                <Option name="outline_style" type="QString" value="solid" />
                <Option name="outline_width" type="QString" value="0.25" />
                <Option name="outline_width_unit" type="QString" value="MM" />
                <Option name="style" type="QString" value="solid" />
              </Option>
            </layer>
          </symbol>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
</qgis>
